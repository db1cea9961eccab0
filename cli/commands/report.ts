import { concludeHere } from '../comparison/conclude-here.ts';
import { bucketOf, handOver, handOverText } from '../comparison/hand-over.ts';
import { casesOfRun, checkSameCases, keptRun } from '../comparison/kept-run.ts';
import { tellConcluded } from '../comparison/tell-concluded.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError } from '../exit.ts';

export interface ReportOptions {
  readonly dataset?: string;
  readonly against?: string;
  /** A folder of S3 for the input and output of Bedrock's prompt optimisation. */
  readonly optimize?: string;
  readonly submit?: boolean;
  readonly json?: boolean;
}

/** Writes the report of a kept run anew, from what was written down of it alone; nothing is asked. */
export async function report(folder: string, given: unknown): Promise<ExitCode> {
  const options = given as ReportOptions;
  if (options.optimize !== undefined) bucketOf(options.optimize);
  else if (options.submit) throw new BadInputError('--submit: expected --optimize s3://bucket/folder too');
  const directory = keptRun('report', folder);
  const earlier = options.against === undefined ? null : keptRun('--against', options.against);
  if (earlier) checkSameCases(earlier, directory.evidence.dataset.sha256);
  const dataset = await casesOfRun(directory, options.dataset);
  const told = await concludeHere(directory, dataset, earlier);

  const { optimize, submit = false } = options;
  const handed = optimize === undefined ? null : await handOver(directory, dataset, told.report, optimize, submit);
  const exit = tellConcluded(told, options.json ?? false, handed ? { optimize: handed } : {});
  if (handed && !options.json) handOverText(handed);
  return exit;
}

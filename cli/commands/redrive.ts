import { deadLetterQueue } from '../../adapters/dead-letter-queue.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { openEngine } from '../open-engine.ts';
import { printJson, say } from '../output.ts';
import { codeOf, show } from './replay.ts';

interface RedriveOptions {
  readonly state?: string;
  readonly deadLetters?: string;
  readonly queue?: string;
  readonly list?: boolean;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Brings dead letters back: those of a local state, or those of a queue on AWS. */
export async function redrive(options: unknown): Promise<ExitCode> {
  const { state, deadLetters, queue, ...rest } = options as RedriveOptions;
  if (deadLetters !== undefined && queue !== undefined) return redriveQueue(deadLetters, queue, rest);
  if (state !== undefined) return redriveState(state, rest);
  throw new BadInputError('expected --state <directory>, or --dead-letters <url> with --queue <url> for queues on AWS');
}

/** As many as lie there now: what fails again meanwhile is not sent round in circles. */
async function redriveQueue(
  deadLetterUrl: string,
  sourceUrl: string,
  { list, json }: RedriveOptions,
): Promise<ExitCode> {
  const letters = deadLetterQueue({ sourceUrl, deadLetterUrl });
  const waiting = await letters.count();
  const sent = list ? 0 : await letters.redrive(waiting);
  if (json) printJson({ deadLetters: waiting, sent });
  else say(list ? `About ${waiting} dead letters.` : `${sent} dead letters sent back to their queue.`);
  return list && waiting > 0 ? exitCode.needsAttention : exitCode.fine;
}

async function redriveState(directory: string, { now, config, json, list }: RedriveOptions): Promise<ExitCode> {
  const engine = await openEngine({ state: directory, now, config });
  try {
    if (list) {
      const letters = await engine.deadLetters();
      if (json) printJson({ deadLetters: letters });
      else for (const { at, rule, reason } of letters) say(`${at}  ${rule}  ${reason}`);
      return letters.length > 0 ? exitCode.needsAttention : exitCode.fine;
    }
    const reports = await engine.redrive();
    await show(reports, engine, json === true || !process.stdout.isTTY);
    return codeOf(reports);
  } finally {
    await engine.close();
  }
}

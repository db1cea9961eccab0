import type { DateTime } from 'luxon';
import { rubricHash } from '../../adapters/comparison/judge.ts';
import { OutOfReachError } from '../../adapters/comparison/give-up-early.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import { modelLimits } from '../../catalogue/model-limits.ts';
import { priceList } from '../../catalogue/price-list.ts';
import { batchPrices } from '../../domain/batch-prices.ts';
import { caseConflicts } from '../../domain/cases/case-conflicts.ts';
import { planOf } from '../../domain/cases/comparison-plan.ts';
import { judgesItself } from '../../domain/cases/judges-itself.ts';
import { clock } from '../clock.ts';
import { bertMeasure } from '../comparison/bert-options.ts';
import { batchPlace, batchPoll, isBatch } from '../comparison/batch-options.ts';
import type { CompareOptions } from '../comparison/comparison-options.ts';
import { compareChoice } from '../comparison/comparison-options.ts';
import { keepHeapLean } from '../comparison/keep-heap-lean.ts';
import { checkSameCases, keptRun } from '../comparison/kept-run.ts';
import { newEvidence } from '../comparison/new-evidence.ts';
import { planText, powerText } from '../comparison/plan-text.ts';
import { keptAnswers } from '../comparison/frozen-answers.ts';
import { openedRun } from '../comparison/opened-run.ts';
import { reporting } from '../comparison/reporting.ts';
import { casesHere } from '../comparison/cases-here.ts';
import { budgetStops, checkPreflight, preflight } from '../comparison/preflight.ts';
import { onlyFailed } from '../comparison/only-failed.ts';
import { namedDataset } from '../comparison/named-dataset.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { homeRegion } from '../aws-environment.ts';
import { note, printJson } from '../output.ts';

/** Runs two models side by side over the cases of a dataset, until there is an honest verdict. */
export async function compare(current: string, named: string | undefined, given: unknown): Promise<ExitCode> {
  const options = given as CompareOptions;
  const choice = compareChoice(options);
  const [inBatch, now] = [isBatch(options), clock(options.now)];
  if (options.batchStop) return stopBatch(options.out);
  const candidate = named ?? (await replacement(current, options.config, now()));
  const isCompared = options.judge !== undefined && judgesItself(options.judge, [current, candidate]);
  if (isCompared && !options.forceJudge)
    throw new BadInputError(
      `--judge ${options.judge ?? ''}: is one of the two models; --force-judge takes it all the same, and flags it`,
    );

  const region = options.region ?? homeRegion();
  // The SDK takes as long to load as the cases to read: each is done while the other waits for the disk.
  const asking = import('../comparison/ask-the-models.ts');
  const breaking = caseConflicts(modelLimits(candidate));
  const { dataset: address, skipBad = false } = options;
  const out = options.dryRun ? null : (options.out ?? null);
  const wanted = { dataset: address, out, current, sample: choice.sample, seed: choice.seed, region, skipBad };
  const file = await casesHere(wanted, now());
  const whole = await namedDataset(file, skipBad, (kase) => breaking.add(kase));
  const { dataset, selection } = await onlyFailed(options.onlyFailed, whole, choice.guard, choice.seed);
  const bert = await bertMeasure(options, dataset, region);
  const earlier = options.against === undefined ? null : keptRun('--against', options.against);
  if (earlier) checkSameCases(earlier, dataset.sha256);
  const planned = planOf({
    current,
    candidate,
    region,
    dataset,
    choice,
    judge: options.judge ?? null,
    embedding: choice.embedding,
    prices: inBatch ? batchPrices(priceList) : priceList,
    listed: priceList,
    catalogue,
    now: now(),
  });
  const findings = inBatch
    ? await (await import('../comparison/batch-findings.ts')).batchFindings(dataset, planned)
    : null;
  const plan = await preflight(planned, breaking.conflicts(), choice.concurrency, now(), findings);
  for (const warning of plan.warnings) note(`sundial: ${warning}`);
  const tooDear = budgetStops(plan, choice.budget);
  if (options.dryRun) {
    const stops = [...plan.stops, ...tooDear];
    if (options.json) printJson({ ...plan, stops });
    else planText(plan);
    for (const stop of stops) note(`sundial: ${stop}`);
    return stops.length > 0 ? exitCode.badInput : exitCode.fine;
  }
  if (!options.skipPreflight) checkPreflight(plan);
  note(`sundial: ${powerText(plan)}`);
  if (tooDear.length > 0) throw new BadInputError(tooDear.join('; '));
  if (choice.budget !== null && plan.cost.total === null)
    note(`sundial: no price is known, so that --budget ${choice.budget} cannot be kept`);
  if (options.out === undefined) throw new BadInputError('--out: expected a folder for the run');
  const [place, poll] = inBatch ? [batchPlace(options.out, options), batchPoll(options)] : [null, 0];

  const kept = options.frozen === undefined ? null : await keptAnswers(options.frozen, current, dataset);
  const evidence = newEvidence({
    current,
    candidate,
    region,
    dataset,
    choice,
    judge: options.judge === undefined ? null : { modelId: options.judge, rubricHash, isCompared },
    file: address,
    bertScore: bert?.evidence ?? null,
    selection,
    inBatch,
    now: now(),
  });
  const directory = openedRun(options.out, evidence, options.resume ?? false);
  const reports = reporting({ run: directory.path, file, skipBad, against: earlier?.path ?? null });
  keepHeapLean();
  try {
    const batch =
      place && (await (await import('../comparison/ask-in-batch.ts')).askInBatch(directory, dataset, place, poll));
    const { askTheModels } = await asking;
    await askTheModels(directory, dataset, choice, batch, kept, priceList, reports.begin);
    await bert?.tell(directory);
    const [{ tellConcluded }, concluded] = await Promise.all([
      import('../comparison/tell-concluded.ts'),
      reports.conclude(),
    ]);
    return tellConcluded(concluded, options.json ?? false);
  } catch (error) {
    if (!(error instanceof OutOfReachError)) throw error;
    throw new Error(
      `${current} answers nobody here (${error.message}). With answers kept by sundial freeze the comparison works: --frozen FILE`,
      { cause: error },
    );
  } finally {
    reports.end();
  }
}

async function stopBatch(out: string | undefined): Promise<ExitCode> {
  if (out === undefined) throw new BadInputError('--batch-stop: expected --out, the folder of the run');
  return (await import('../comparison/stop-batch.ts')).stopBatch(keptRun('--out', out));
}

/** Loaded where nobody names a candidate: reading sundial.yml takes a reader of YAML. */
async function replacement(current: string, config: string | undefined, now: DateTime): Promise<string> {
  const { replacementOf } = await import('../comparison/replacement-of.ts');
  return replacementOf(current, config, now);
}

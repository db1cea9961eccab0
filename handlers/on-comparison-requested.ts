import { createHash } from 'node:crypto';
import type { ComparisonRequested, ComparisonRun } from '../domain/comparison-run.ts';
import { admission, isOver, requestedRun, sameComparison } from '../domain/comparison-runs.ts';
import { readComparisonRequested } from '../events/comparison-requested.ts';
import { joinedRunMessage } from '../templates/run-progress-message.ts';
import { comparisonDeps as awsDeps } from './comparison-deps.ts';
import type { ComparisonDeps } from './comparison-ports.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { inMigrationThread } from './in-migration-thread.ts';
import { lambda } from './lambda.ts';
import { replyOnce } from './reply-once.ts';
import { tellOfRun } from './tell-of-run.ts';

/** Fed by rules/sundial-comparison.yml, from Sundial's own bus, through a queue. */
export const handler = lambda(awsDeps, onComparisonRequested);

/**
 * Whoever asks for a comparison that goes on joins it; else a run is begun. Each step may be repeated: a delivery that died half way
 * is gone on with by the next.
 */
export async function onComparisonRequested(event: unknown, deps: ComparisonDeps): Promise<Handled> {
  const request = readComparisonRequested(event);
  const { run, joined } = await admit(request, deps);
  if (isOver(run)) return nothingToDo('handled', `the run ${run.runId} is over: ${run.status}`);

  const told = await tellOfRun(run, deps);
  if (joined) await tellJoined(request, told, deps);
  if (isOver(told)) return nothingToDo('handled', `the run ${run.runId} is over: ${told.status}`);
  await deps.comparisons.start(told);
  return nothingToDo('handled', `the run ${run.runId} ${joined ? 'goes on, and serves this request too' : 'begins'}`);
}

const attempts = 20;

/** The run that answers the request, written down. */
async function admit(
  request: ComparisonRequested,
  { runs }: ComparisonDeps,
): Promise<{ readonly run: ComparisonRun; readonly joined: boolean }> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const admitted = admission(request, await runs.runs());
    if (admitted.kind === 'known') {
      const [first] = admitted.run.keys ?? [];
      return { run: admitted.run, joined: first !== request.key };
    }
    const run = admitted.kind === 'joined' ? admitted.run : requestedRun(request, runIdOf(request, admitted.turn));
    if (await runs.putRun(run))
      return { run: { ...run, version: run.version + 1 }, joined: admitted.kind === 'joined' };
  }
  throw new Error(`runs were changed by others ${attempts} times while ${request.key} was being taken`);
}

/** The same for the same comparison at the same turn; short enough to name an execution of Step Functions. */
function runIdOf(request: ComparisonRequested, turn: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([sameComparison(request), turn]))
    .digest('hex');
  return `run-${digest.slice(0, 24)}`;
}

/** Says to the threads of a request that joined that one run serves all, and which budget holds. */
async function tellJoined(request: ComparisonRequested, run: ComparisonRun, deps: ComparisonDeps): Promise<void> {
  const { requestedBy, budget } = request;
  if (requestedBy === null || (requestedBy === run.requestedBy && budget === null)) return;
  for (const id of request.migrationIds) {
    const key = `comparison|${run.runId}|joined|${request.key}|${id}`;
    const message = joinedRunMessage(run, requestedBy, budget);
    await inMigrationThread(id, deps, (thread) => replyOnce(thread, key, message, deps));
  }
}

import type { Parallel } from './definition.ts';
import type { Json } from './json.ts';
import { runWorkflow } from './run-workflow.ts';
import { sideBySide } from './side-by-side.ts';
import { fitting } from './state-error.ts';
import type { Visit } from './visit.ts';
import { valueIn } from './visit.ts';

/**
 * Every branch gets the same input; the result is their outputs in the order of the branches. One that fails stops the others.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export async function runParallel({ Branches, Arguments }: Parallel, visit: Visit): Promise<Json> {
  const { frame, input } = visit;
  const argument = Arguments === undefined ? input : await valueIn(visit, Arguments, 'Arguments');
  const results = await sideBySide(Branches, Branches.length, frame.signal, (branch, _, signal) =>
    runWorkflow(branch, argument, { ...frame, signal }),
  );
  return fitting(results, `the result of ${visit.name}`);
}

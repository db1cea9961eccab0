import type { MapState } from './definition.ts';
import { happened } from './history.ts';
import type { Json } from './json.ts';
import type { Portion } from './map-items.ts';
import type { Child } from './map-results.ts';
import { resultOf } from './map-results.ts';
import type { Frame } from './run.ts';
import { instant } from './run.ts';
import { runWorkflow } from './run-workflow.ts';
import { sideBySide } from './side-by-side.ts';
import { asStateError, fitting, StateError } from './state-error.ts';
import type { Visit } from './visit.ts';
import { amountIn } from './visit.ts';

/**
 * An execution for every portion, each with variables and a context of its own. More failures than are tolerated stop the rest.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export async function runChildren(
  map: MapState,
  portions: readonly Portion[],
  limit: number,
  visit: Visit,
): Promise<Json> {
  const { frame, name } = visit;
  const items = portions.reduce((sum, { size }) => sum + size, 0);
  const count = await toleratedIn(map, visit, items);
  let failed = 0;

  happened(frame, 'MapRunStarted', name, { items, children: portions.length });
  const children = await sideBySide(portions, limit, frame.signal, async ({ input, size }, _, signal) => {
    const child = await runChild(map, input, childFrame(frame, map.Label ?? name, input, signal));
    if (child.error) failed += size;
    if (failed > count)
      throw new StateError(
        'States.ExceedToleratedFailureThreshold',
        `${name}: ${failed} of ${items} items failed, and ${count} are tolerated. The last: ${child.error?.message ?? ''}`,
      );
    return child;
  });
  happened(frame, 'MapRunSucceeded', name, { items, failed });
  return resultOf(map, children, visit);
}

/** How many items may fail: the stricter of both limits, none where none is set. */
async function toleratedIn(map: MapState, visit: Visit, items: number): Promise<number> {
  const { ToleratedFailureCount: count, ToleratedFailurePercentage: share } = map;
  const limits = [
    ...(count === undefined ? [] : [await amountIn(visit, count, 'ToleratedFailureCount', 0)]),
    ...(share === undefined ? [] : [(items * (await amountIn(visit, share, 'ToleratedFailurePercentage', 0))) / 100]),
  ];
  return limits.length === 0 ? 0 : Math.min(...limits);
}

function childFrame({ run }: Frame, label: string, Input: Json, signal: AbortSignal): Frame {
  const Name = run.newId();
  const Id = `${run.machine.Id.replace(':stateMachine:', ':execution:')}/${label}:${Name}`;
  return { run, execution: { Id, Name, Input, StartTime: instant(run.now) }, variables: {}, map: null, signal };
}

/** A child's failure is its own; only the end of the whole Map is thrown. */
async function runChild({ ItemProcessor }: MapState, input: Json, frame: Frame): Promise<Child> {
  const { execution, run } = frame;
  happened(frame, 'ExecutionStarted', null);
  try {
    const output = await runWorkflow(ItemProcessor, fitting(input, 'the input of a child'), frame);
    happened(frame, 'ExecutionSucceeded', null);
    return { execution, stopped: instant(run.now), output, error: null };
  } catch (fault) {
    frame.signal.throwIfAborted();
    const error = asStateError(fault);
    happened(frame, 'ExecutionFailed', null, { ...error.output });
    return { execution, stopped: instant(run.now), output: null, error };
  }
}

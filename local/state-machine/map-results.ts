import type { MapState, ResultWriter } from './definition.ts';
import type { Json, JsonFields } from './json.ts';
import type { Frame } from './run.ts';
import type { StateError } from './state-error.ts';
import { fitting } from './state-error.ts';
import type { Visit } from './visit.ts';
import { writtenResults } from './written-results.ts';

/** How one child execution ended. */
export interface Child {
  readonly execution: Frame['execution'];
  readonly stopped: string;
  readonly output: Json;
  readonly error: StateError | null;
}

/**
 * What a distributed Map answers with: the children's outputs, or where they were written. A failed child stands there as its
 * whole record. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export async function resultOf(map: MapState, children: readonly Child[], visit: Visit): Promise<Json> {
  const { ResultWriter: writer } = map;
  const shape = shapeOf(writer);
  const results = (some: readonly Child[]) => some.flatMap((child) => shaped(child, shape, visit));
  if (writer?.Resource === undefined) return fitting(results(children), `the result of ${visit.name}`);

  const parts = {
    SUCCEEDED: results(children.filter(({ error }) => error === null)),
    FAILED: results(children.filter(({ error }) => error !== null)),
  };
  return writtenResults(writer, map.Label ?? visit.name, parts, visit);
}

function shapeOf(writer: ResultWriter | undefined): 'NONE' | 'COMPACT' | 'FLATTEN' {
  return writer?.WriterConfig?.Transformation ?? (writer ? 'NONE' : 'COMPACT');
}

function shaped(child: Child, shape: ReturnType<typeof shapeOf>, visit: Visit): readonly Json[] {
  if (shape === 'NONE' || child.error) return [recordOf(child, visit)];
  return shape === 'FLATTEN' && Array.isArray(child.output) ? (child.output as readonly Json[]) : [child.output];
}

function recordOf({ execution, stopped, output, error }: Child, { frame }: Visit): JsonFields {
  return {
    ExecutionArn: execution.Id,
    Name: execution.Name,
    StateMachineArn: frame.run.machine.Id,
    Status: error ? 'FAILED' : 'SUCCEEDED',
    Input: JSON.stringify(execution.Input),
    StartDate: execution.StartTime,
    StopDate: stopped,
    ...(error ? error.output : { Output: JSON.stringify(output) }),
  };
}

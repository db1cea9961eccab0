import type { JsonFields } from './json.ts';
import type { Run } from './run.ts';
import { instant } from './run.ts';

/** What happened, in order, as Step Functions' own history names it. */
export interface HistoryEvent {
  readonly at: string;
  /** As in `TaskStateEntered` or `ExecutionFailed`. */
  readonly type: string;
  /** The execution's name: a distributed Map starts one for each child. */
  readonly execution: string;
  readonly state: string | null;
  readonly details: JsonFields;
}

type Place = { readonly run: Run; readonly execution: { readonly Name: string } };

export function happened(
  { run, execution }: Place,
  type: string,
  state: string | null,
  details: JsonFields = {},
): void {
  run.record({ at: instant(run.now), type, execution: execution.Name, state, details });
}

import type { Json, JsonFields } from './json.ts';

/** A JSON value in which every text between `{%` and `%}` is a JSONata expression. */
export type Template = Json;

/** A number, or an expression that answers with one. */
export type Amount = number | string;

/** States and the first of them: a whole machine, a branch, or what a Map does with each item. */
export interface Workflow {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface StateMachine extends Workflow {
  readonly TimeoutSeconds?: number;
}

export type State = Task | Pass | Choice | Wait | Succeed | Fail | Parallel | MapState;

/** What a state leaves behind: its output, and variables. */
export interface Result {
  readonly Output?: Template;
  readonly Assign?: JsonFields;
}

interface Onward extends Result {
  readonly Next?: string;
  readonly End?: boolean;
}

interface Resilient extends Onward {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
}

export interface Catcher extends Result {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

export interface Task extends Resilient {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly Credentials?: { readonly RoleArn: string };
  readonly TimeoutSeconds?: Amount;
  readonly HeartbeatSeconds?: Amount;
}

export interface Pass extends Onward {
  readonly Type: 'Pass';
}

export interface Choice extends Result {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface ChoiceRule extends Result {
  readonly Condition: boolean | string;
  readonly Next: string;
}

export interface Wait extends Onward {
  readonly Type: 'Wait';
  readonly Seconds?: Amount;
  readonly Timestamp?: string;
}

export interface Succeed {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

export interface Fail {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

export interface Parallel extends Resilient {
  readonly Type: 'Parallel';
  readonly Branches: readonly Workflow[];
  readonly Arguments?: Template;
}

export interface MapState extends Resilient {
  readonly Type: 'Map';
  readonly Items?: Template;
  readonly ItemReader?: ItemReader;
  readonly ItemSelector?: Template;
  readonly ItemBatcher?: ItemBatcher;
  readonly ItemProcessor: ItemProcessor;
  readonly MaxConcurrency?: Amount;
  readonly ToleratedFailurePercentage?: Amount;
  readonly ToleratedFailureCount?: Amount;
  readonly Label?: string;
  readonly ResultWriter?: ResultWriter;
}

export interface ItemProcessor extends Workflow {
  readonly ProcessorConfig?: { readonly Mode?: 'INLINE' | 'DISTRIBUTED' };
}

export interface ItemReader {
  readonly Resource: string;
  readonly Arguments: Template;
  readonly ReaderConfig?: { readonly InputType?: 'JSON' | 'JSONL'; readonly MaxItems?: Amount };
}

export interface ItemBatcher {
  readonly MaxItemsPerBatch?: Amount;
  readonly MaxInputBytesPerBatch?: Amount;
  readonly BatchInput?: Template;
}

export interface ResultWriter {
  readonly Resource?: string;
  readonly Arguments?: Template;
  readonly WriterConfig?: {
    readonly Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN';
    readonly OutputType?: 'JSON' | 'JSONL';
  };
}

export function isDistributed({ ItemProcessor }: MapState): boolean {
  return ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED';
}

import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import { withinLimits } from './deadline.ts';
import type { StateMachine } from './definition.ts';
import { evaluator } from './expression.ts';
import type { HistoryEvent } from './history.ts';
import { happened } from './history.ts';
import type { Json } from './json.ts';
import { realTime } from './real-time.ts';
import { checkResources } from './resources.ts';
import type { Frame, Objects, Pause, Run, TaskRunner } from './run.ts';
import { instant } from './run.ts';
import { runWorkflow } from './run-workflow.ts';
import { asStateError, fitting } from './state-error.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What a machine runs in. Only the tasks and the clock must be given. */
export interface Surroundings {
  /** What runs each resource, by its ARN. */
  readonly tasks: Readonly<Record<string, TaskRunner>>;
  readonly now: () => DateTime;
  readonly name?: string;
  readonly tokens?: TaskTokens;
  readonly objects?: Objects;
  /** For Wait states and the pauses between attempts. */
  readonly sleep?: Pause;
  /** For timeouts and heartbeats. */
  readonly deadline?: Pause;
  readonly signal?: AbortSignal;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly onEvent?: (event: HistoryEvent) => void;
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export type Execution =
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error: string; readonly cause: string };

/**
 * Runs a definition to its end, on this machine. Throws only where the definition asks for a resource that is not there; how
 * the run itself ends is the answer. Nothing is kept: a run that was killed begins anew, so tasks must bear being repeated.
 */
export async function runStateMachine(machine: StateMachine, input: Json, around: Surroundings): Promise<Execution> {
  const run = runIn(around);
  checkResources(machine, run);
  const signal = around.signal ?? new AbortController().signal;
  const Name = run.newId();
  const Id = `${run.machine.Id.replace(':stateMachine:', ':execution:')}:${Name}`;
  const execution = { Id, Name, Input: input, StartTime: instant(run.now) };
  const frame: Frame = { run, execution, variables: {}, map: null, signal };

  happened(frame, 'ExecutionStarted', null);
  const time = { isUp: false };
  const deadline: Pause = async (milliseconds, ends) => {
    await run.deadline(milliseconds, ends);
    time.isUp = true;
  };
  const limits = {
    seconds: machine.TimeoutSeconds ?? null,
    heartbeatSeconds: null,
    what: 'the execution',
    deadline,
    signal,
  };
  try {
    const output = await withinLimits(limits, (ends) =>
      runWorkflow(machine, fitting(input, 'the input'), { ...frame, signal: ends }),
    );
    happened(frame, 'ExecutionSucceeded', null);
    return { status: 'SUCCEEDED', output };
  } catch (fault) {
    const { error, message: cause } = asStateError(fault);
    const status = signal.aborted ? 'ABORTED' : time.isUp ? 'TIMED_OUT' : 'FAILED';
    happened(frame, ended[status], null, { error, cause });
    return { status, error, cause };
  }
}

const ended = { ABORTED: 'ExecutionAborted', TIMED_OUT: 'ExecutionTimedOut', FAILED: 'ExecutionFailed' };

function runIn({ tasks, now, name = 'local', ...around }: Surroundings): Run {
  const newId = around.newId ?? randomUUID;
  return {
    machine: { Id: `arn:aws:states:us-west-2:000000000000:stateMachine:${name}`, Name: name },
    tasks,
    tokens: around.tokens ?? null,
    objects: around.objects ?? null,
    values: evaluator({ now, newId, random: around.random ?? Math.random }),
    now,
    sleep: around.sleep ?? realTime,
    deadline: around.deadline ?? realTime,
    newId,
    record: around.onEvent ?? (() => undefined),
  };
}

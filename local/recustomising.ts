import type { AwsAccess } from '../adapters/aws-access.ts';
import type { CustomModelMigration } from '../domain/custom-models/custom-model-migration.ts';
import { needsCleanUp } from '../domain/custom-models/clean-up.ts';
import { attemptName } from '../domain/custom-models/custom-model-start.ts';
import { isUnderWay } from '../domain/custom-models/custom-model-status.ts';
import type { RecustomiseInput } from '../handlers/custom-models/recustomise.ts';
import { recustomise } from '../handlers/custom-models/recustomise.ts';
import type { RecustomiseDeps, RecustomiseExecutions } from '../handlers/custom-models/recustomise-ports.ts';
import type { TaskAnswers } from '../handlers/batch-ports.ts';
import type { Json } from './state-machine/json.ts';
import { realTime } from './state-machine/real-time.ts';
import { recustomiseModel } from './state-machine/recustomise-model.ts';
import type { Pause } from './state-machine/run.ts';
import type { Execution } from './state-machine/run-state-machine.ts';
import { TaskTokenError, taskTokens } from './state-machine/task-tokens.ts';
import { trainingTask } from './training-task.ts';

export interface LocalRecustomisingOptions {
  readonly deps: () => Omit<RecustomiseDeps, 'recustomising' | 'tasks'>;
  /** Access by a role's ARN; one's own for `null`. */
  readonly accessAs: (role: string | null) => Promise<AwsAccess>;
  readonly region: string;
  /** For pauses; a simulated world need not wait for hours. */
  readonly sleep?: Pause;
  /** For the time that a person has. */
  readonly deadline?: Pause;
}

export interface LocalRecustomising extends RecustomiseExecutions {
  /** Answers whoever waits in this process. */
  readonly tasks: TaskAnswers;
  /** What happens once a day. */
  readonly tick: () => Promise<void>;
  /** Goes on with everything that a killed process left under way, or not cleaned up. */
  readonly resume: () => Promise<void>;
  /** Resolves when nothing runs any more, with how each execution ended. */
  readonly idle: () => Promise<readonly Execution[]>;
  readonly close: () => Promise<void>;
}

/** Runs migrations of custom models in this process, each as an execution of the machine that AWS runs. */
export function localRecustomising(options: LocalRecustomisingOptions): LocalRecustomising {
  const { accessAs, region, sleep = realTime, deadline = realTime } = options;
  const tokens = taskTokens();
  const going = new Map<string, { readonly stop: AbortController; readonly ended: Promise<Execution> }>();
  const over: Execution[] = [];
  const deps = (): RecustomiseDeps => ({ ...options.deps(), recustomising, tasks });

  const run = (name: string, input: Json): Promise<Execution> => {
    const known = going.get(name);
    if (known) return known.ended;
    const stop = new AbortController();
    const work = recustomiseModel(
      {
        recustomise: (payload) => recustomise(payload as unknown as RecustomiseInput, deps()),
        train: trainingTask(accessAs, region, sleep),
      },
      input,
      { now: options.deps().now, tokens, sleep, deadline, signal: stop.signal },
    );
    const ended = work
      .finally(() => going.delete(name))
      .then((execution) => {
        over.push(execution);
        // As the rule of EventBridge does it.
        if (execution.status === 'TIMED_OUT') void cleanUp(name);
        return execution;
      });
    going.set(name, { stop, ended });
    return ended;
  };
  let isClosed = false;
  const begin = ({ id, attempt }: CustomModelMigration): void => {
    if (!isClosed) void run(attemptName({ id, attempt }), { id, attempt });
  };
  const cleanUp = (name: string): Promise<Execution> => run(`${name}-cleanUp`, { execution: name, error: 'ABORTED' });

  const passedOver = (answer: () => void): Promise<void> => {
    try {
      answer();
    } catch (fault) {
      if (!(fault instanceof TaskTokenError)) throw fault;
    }
    return Promise.resolve();
  };
  const tasks: TaskAnswers = {
    succeed: (token, output) => passedOver(() => tokens.succeed(token, output)),
    fail: (token, error, cause) => passedOver(() => tokens.fail(token, error, cause)),
  };
  const recustomising: RecustomiseExecutions = {
    start(migration) {
      begin(migration);
      return Promise.resolve();
    },
    async stop(migration) {
      const name = attemptName(migration);
      const found = going.get(name);
      found?.stop.abort(new Error('stopped by a person'));
      await found?.ended;
      await cleanUp(name);
    },
  };
  const idle = async () => {
    while (going.size > 0) await Promise.all([...going.values()].map(({ ended }) => ended));
    return over;
  };

  return {
    ...recustomising,
    tasks,
    async tick() {
      await recustomise({ step: 'tick' }, deps());
    },
    async resume() {
      for (const one of await options.deps().customModelMigrations.all()) {
        if (isUnderWay(one)) begin(one);
        else if (one.attempt > 0 && (needsCleanUp(one) || one.told < one.sequence)) void cleanUp(attemptName(one));
      }
    },
    idle,
    async close() {
      isClosed = true;
      for (const { stop } of going.values()) stop.abort(new Error('goes on later'));
      await idle();
    },
  };
}

import type { Json } from './json.ts';
import type { LocalFunction } from './lambda-tasks.ts';
import { lambdaTasks } from './lambda-tasks.ts';
import { readStateMachine } from './read-definition.ts';
import type { TaskRunner } from './run.ts';
import type { Execution, Surroundings } from './run-state-machine.ts';
import { runStateMachine } from './run-state-machine.ts';

/** What the state machine calls: one function, and Bedrock itself for the training. */
export interface RecustomiseTasks {
  readonly recustomise: LocalFunction;
  /** `createModelCustomizationJob.sync`. */
  readonly train: TaskRunner;
}

/** Runs state-machines/recustomise-model.yml, the definition that AWS runs, over functions of this process. */
export function recustomiseModel(
  { recustomise, train }: RecustomiseTasks,
  input: Json,
  around: Omit<Surroundings, 'tasks'>,
): Promise<Execution> {
  const machine = readStateMachine('recustomise-model', {
    Partition: 'aws',
    RecustomiseModelFunction: 'recustomise-model',
  });
  const tasks = {
    ...lambdaTasks({ 'recustomise-model': recustomise }),
    'arn:aws:states:::bedrock:createModelCustomizationJob.sync': train,
  };
  return runStateMachine(machine, input, { name: 'recustomise-model', ...around, tasks });
}

import type { LocalFunction } from './lambda-tasks.ts';
import { lambdaTasks } from './lambda-tasks.ts';
import { readStateMachine } from './read-definition.ts';
import type { Execution, Surroundings } from './run-state-machine.ts';
import { runStateMachine } from './run-state-machine.ts';

/** The functions that the sweep's state machine calls, by their names in serverless.yml. */
export type SweepFunctions = Readonly<
  Record<'list-sweep-accounts' | 'sweep-account' | 'conclude-sweep', LocalFunction>
>;

/** Runs state-machines/sweep.yml, the definition that AWS runs, over functions of this process. */
export function sweepAccounts(functions: SweepFunctions, around: Omit<Surroundings, 'tasks'>): Promise<Execution> {
  const machine = readStateMachine('sweep', {
    Partition: 'aws',
    ListSweepAccountsFunction: 'list-sweep-accounts',
    SweepAccountFunction: 'sweep-account',
    ConcludeSweepFunction: 'conclude-sweep',
  });
  return runStateMachine(machine, {}, { name: 'sweep', ...around, tasks: lambdaTasks(functions) });
}

import { concludeSweep } from '../handlers/conclude-sweep.ts';
import type { SweepConclusion } from '../handlers/conclude-sweep.ts';
import { listSweepAccounts } from '../handlers/list-sweep-accounts.ts';
import type { ActionDone } from '../handlers/reconcile.ts';
import type { SweepAccountInput } from '../handlers/sweep-account.ts';
import { sweepAccount } from '../handlers/sweep-account.ts';
import type { LifecycleSweep } from '../handlers/sweep-lifecycles.ts';
import { sweepLifecycles } from '../handlers/sweep-lifecycles.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import { sweepAccounts } from './state-machine/sweep.ts';

/** A sweep that ended other than it should; the message is the state machine's. */
export class SweepError extends Error {
  override readonly name = 'SweepError';
}

export interface LocalSweep {
  readonly lifecycles: LifecycleSweep;
  readonly done: readonly ActionDone[];
}

/** What AWS does by schedule, at once: the lifecycles of every Region, then the state machine over every account. */
export async function sweepAll(deps: SweepDeps): Promise<LocalSweep> {
  const lifecycles = await sweepLifecycles(deps);
  const done: ActionDone[] = [];
  const execution = await sweepAccounts(
    {
      'list-sweep-accounts': () => listSweepAccounts(deps),
      'sweep-account': (input) => sweepAccount(input as unknown as SweepAccountInput, deps),
      'conclude-sweep': async (conclusion) => {
        const concluded = await concludeSweep(conclusion as unknown as SweepConclusion, deps);
        done.push(...concluded.done);
        return concluded.concluded;
      },
    },
    // Nothing on this machine gets better by waiting for it.
    { now: deps.now, sleep: () => Promise.resolve() },
  );
  if (execution.status !== 'SUCCEEDED') throw new SweepError(`${execution.error}: ${execution.cause}`);
  return { lifecycles, done };
}

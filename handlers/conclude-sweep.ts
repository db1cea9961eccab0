import { once } from './once.ts';
import { onDailyTick } from './on-daily-tick.ts';
import { sweepDeps } from './deps.ts';
import type { ActionDone } from './reconcile.ts';
import type { SweepDeps } from './sweep-ports.ts';
import { takeInventory } from './take-inventory.ts';

/** What the state machine knows when every account had its turn; see state-machines/sweep.yml. */
interface SweepConclusion {
  readonly sweepId: string;
  /** One for each account; `failed` where the account's task itself gave up. */
  readonly accounts: readonly {
    readonly account: string;
    readonly failures?: number;
    readonly failed?: boolean;
    readonly error?: string;
  }[];
}

export interface SweepConcluded {
  readonly accounts: number;
  /** Accounts of which something could not be read. */
  readonly unknown: number;
  readonly actions: number;
}

const built = once(sweepDeps);

/** Called by Step Functions once all accounts were swept; see state-machines/sweep.yml. */
export const handler = async (conclusion: SweepConclusion): Promise<SweepConcluded> =>
  concludeSweep(conclusion, await built());

/** Tells teams what the sweep found, and brings every migration up to date with it. */
export async function concludeSweep({ accounts }: SweepConclusion, deps: SweepDeps): Promise<SweepConcluded> {
  for (const { account, failed, error } of accounts)
    if (failed) deps.log.error('A place could not be read', { account, region: 'all', error: error ?? null });
  const actions: readonly ActionDone[] = [...(await takeInventory(deps)), ...(await onDailyTick(deps))];
  return {
    accounts: accounts.length,
    unknown: accounts.filter(({ failed, failures = 0 }) => failed === true || failures > 0).length,
    actions: actions.length,
  };
}

import { eachInTurn } from './each-in-turn.ts';
import { once } from './once.ts';
import { onDailyTick } from './on-daily-tick.ts';
import { sparingTrackers } from './sparing-trackers.ts';
import { sweepDeps } from './sweep-deps.ts';
import type { ActionDone } from './reconcile.ts';
import type { SweepDeps } from './sweep-ports.ts';
import { takeInventory } from './take-inventory.ts';

/** What the state machine knows when every account had its turn; see state-machines/sweep.yml. */
export interface SweepConclusion {
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
  (await concludeSweep(conclusion, await built())).concluded;

/**
 * Tells teams what the sweep found, and brings every migration up to date with it. The sweep is over in any case: one that could not
 * tell somebody is not gone on with tomorrow. What failed is thrown at the end.
 */
export async function concludeSweep(
  { sweepId, accounts }: SweepConclusion,
  given: SweepDeps,
): Promise<{ readonly concluded: SweepConcluded; readonly done: readonly ActionDone[] }> {
  const deps = sparingTrackers(given);
  for (const { account, failed, error } of accounts)
    if (failed) deps.log.error('A place could not be read', { account, region: 'all', error: error ?? null });
  const done: ActionDone[] = [];
  const steps = [
    async () => void done.push(...(await takeInventory(deps))),
    async () => void done.push(...(await onDailyTick(deps))),
    () => deps.store.putSweep({ startedAt: sweepId, concludedAt: deps.now().toUTC().toISO() }),
  ];
  await eachInTurn(steps, (step) => step());
  const unknown = accounts.filter(({ failed, failures = 0 }) => failed === true || failures > 0).length;
  return { concluded: { accounts: accounts.length, unknown, actions: done.length }, done };
}

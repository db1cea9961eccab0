import { once } from './once.ts';
import { sweepDeps } from './sweep-deps.ts';
import type { SweepDeps } from './sweep-ports.ts';

/** What the state machine maps over. */
export interface SweepAccounts {
  /** When the sweep began, ISO. */
  readonly sweepId: string;
  readonly accounts: readonly { readonly account: string }[];
}

const built = once(sweepDeps);

/** Called by Step Functions at the start of a sweep; see state-machines/sweep.yml. */
export const handler = async (): Promise<SweepAccounts> => listSweepAccounts(await built());

/** A sweep that was not concluded is gone on with for so long; what it read is then too old to stand for today. */
const hoursToGoOn = 6;

export async function listSweepAccounts({ survey, store, now }: SweepDeps): Promise<SweepAccounts> {
  const accounts = await survey.accounts();
  const last = await store.sweep();
  const oldest = now().minus({ hours: hoursToGoOn }).toUTC().toISO() ?? '';
  const goesOn = last !== null && last.concludedAt === null && last.startedAt >= oldest;
  const sweepId = goesOn ? last.startedAt : (now().toUTC().toISO() ?? '');
  if (!goesOn) await store.putSweep({ startedAt: sweepId, concludedAt: null });
  return { sweepId, accounts: accounts.map((account) => ({ account })) };
}

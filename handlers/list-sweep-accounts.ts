import { once } from './once.ts';
import { sweepDeps } from './deps.ts';
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

export async function listSweepAccounts({ survey, now }: SweepDeps): Promise<SweepAccounts> {
  const accounts = await survey.accounts();
  return { sweepId: now().toUTC().toISO() ?? '', accounts: accounts.map((account) => ({ account })) };
}

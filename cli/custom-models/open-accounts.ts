import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { CallerIdentity } from '../../adapters/account-access.ts';
import { callerIdentity } from '../../adapters/account-access.ts';
import type { AwsAccess } from '../../adapters/aws-access.ts';
import { awsAccess } from '../../adapters/aws-access.ts';
import { accessTo } from '../../adapters/custom-models/accounts.ts';
import { hasCredentials } from '../aws-environment.ts';
import { BadInputError } from '../exit.ts';

export interface AccountsChoice {
  readonly region: string;
  /** Of the role in accounts that are not the caller's own. */
  readonly role: string;
  readonly externalId?: string | undefined;
  /** The simulated accounts, even where there are credentials. */
  readonly simulated: boolean;
}

export interface OpenAccounts {
  readonly caller: CallerIdentity;
  /** The way into an account by its id. */
  readonly enter: (account: string) => AwsAccess;
  /** How long work is waited for; the simulated accounts' clock moves on instead. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly now: () => DateTime;
  readonly close: () => Promise<void>;
}

/** Ways into accounts. Throws `BadInputError` without credentials, `CallError` where nobody can say who is asking. */
export async function openAccounts(choice: AccountsChoice): Promise<OpenAccounts> {
  if (choice.simulated) return (await import('./simulated-accounts.ts')).simulatedAccounts(choice);
  if (!hasCredentials())
    throw new BadInputError('no AWS credentials: set AWS_PROFILE, AWS_ACCESS_KEY_ID or kin, or try --simulated');
  const now = () => DateTime.utc();
  const access = awsAccess();
  const caller = await callerIdentity(access, choice.region);
  return {
    caller,
    enter: entrance(caller, access, choice, now),
    wait: sleep,
    now,
    close: () => Promise.resolve(),
  };
}

export function entrance(
  caller: CallerIdentity,
  access: AwsAccess,
  { role, externalId, region }: AccountsChoice,
  now: () => DateTime,
): OpenAccounts['enter'] {
  const terms = { role: { name: role, externalId }, region, now: () => now().toMillis() };
  return (account) => accessTo(account, { ...caller, access }, terms);
}

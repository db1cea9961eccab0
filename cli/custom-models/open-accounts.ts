import { callerIdentity } from '../../adapters/account-access.ts';
import type { AwsAccess } from '../../adapters/aws-access.ts';
import { awsAccess } from '../../adapters/aws-access.ts';
import { accessTo } from '../../adapters/custom-models/accounts.ts';
import { hasCredentials } from '../aws-environment.ts';
import { BadInputError } from '../exit.ts';

interface AccountsChoice {
  readonly region: string;
  /** Of the role in accounts that are not the caller's own. */
  readonly role: string;
  readonly externalId?: string | undefined;
}

/** Ways into accounts by their ids. Throws `BadInputError` without credentials, `CallError` where nobody can say who is asking. */
export async function openAccounts({
  region,
  role,
  externalId,
}: AccountsChoice): Promise<(account: string) => AwsAccess> {
  if (!hasCredentials()) throw new BadInputError('no AWS credentials: set AWS_PROFILE, AWS_ACCESS_KEY_ID or kin');
  const access = awsAccess();
  const caller = { ...(await callerIdentity(access, region)), access };
  return (account) => accessTo(account, caller, { role: { name: role, externalId }, region, now: () => Date.now() });
}

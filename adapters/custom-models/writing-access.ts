import type { CustomModelSettings } from '../../domain/custom-models/custom-model-settings.ts';
import { callerIdentity } from '../account-access.ts';
import type { AwsAccess } from '../aws-access.ts';
import { accessTo } from './accounts.ts';

/** An account is another one, and nobody named the role by which Sundial may write there. */
export class NoWritingRoleError extends Error {
  override readonly name = 'RecustomiseError';
}

/**
 * Access for changing things in accounts: one's own credentials where it is one's own, else the role that the operator named. Throws `CallError`
 * where nobody can say whose the credentials are.
 */
export async function writingAccess(
  access: AwsAccess,
  { role, externalId }: Pick<CustomModelSettings, 'role' | 'externalId'>,
  region: string,
  now: () => number,
) {
  const caller = { ...(await callerIdentity(access, region)), access };
  const nameOf = (account: string): string => {
    if (role !== null) return role;
    throw new NoWritingRoleError(
      `customModels.role in sundial.yml names no role by which ${account} may be written to`,
    );
  };
  const entered = new Map<string, AwsAccess>();
  return {
    to: (account: string): AwsAccess => {
      if (account === caller.account) return caller.access;
      const spoke = { name: nameOf(account), ...(externalId !== null && { externalId }) };
      const there = entered.get(account) ?? accessTo(account, caller, { role: spoke, region, now });
      entered.set(account, there);
      return there;
    },
    roleIn: (account: string): string | null =>
      account === caller.account ? null : `arn:${caller.partition}:iam::${account}:role/${nameOf(account)}`,
  };
}

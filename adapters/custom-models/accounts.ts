import type { CallerIdentity, SpokeRole } from '../account-access.ts';
import { spokeAccess } from '../account-access.ts';
import type { AwsAccess } from '../aws-access.ts';

/** Access to an account: one's own credentials where it is the caller's, else a role in it. */
export function accessTo(
  account: string,
  caller: CallerIdentity & { readonly access: AwsAccess },
  { role, region, now }: { readonly role: SpokeRole; readonly region: string; readonly now: () => number },
): AwsAccess {
  if (account === caller.account) return caller.access;
  const named = { ...role, session: 'sundial-custom-models' };
  return spokeAccess(caller.access, { account, partition: caller.partition }, named, region, now);
}

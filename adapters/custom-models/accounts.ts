import type { CallerIdentity, SpokeRole } from '../account-access.ts';
import { spokeAccess } from '../account-access.ts';
import type { AwsAccess } from '../aws-access.ts';

/** How a session that carries custom models over is named in CloudTrail. */
export const customModelSession = 'sundial-custom-models';

/** Access to an account: one's own credentials where it is the caller's, else a role in it. */
export function accessTo(
  account: string,
  caller: CallerIdentity & { readonly access: AwsAccess },
  { role, region, now }: { readonly role: SpokeRole; readonly region: string; readonly now: () => number },
): AwsAccess {
  if (account === caller.account) return caller.access;
  const named = { ...role, session: customModelSession };
  return spokeAccess(caller.access, { account, partition: caller.partition }, named, region, now);
}

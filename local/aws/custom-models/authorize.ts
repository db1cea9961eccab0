import type { IamRequest } from '../../../domain/iam/evaluate.ts';
import { evaluate } from '../../../domain/iam/evaluate.ts';
import type { PolicyDocument } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import type { AwsCall } from '../handlers.ts';
import type { CustomModelWorld, SimulatedRole } from './custom-model-world.ts';

const everything = policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);

/** Who asks, and what their own policies allow: a session of a role, or an administrator of the account. */
export interface Caller {
  readonly arn: string;
  readonly account: string;
  readonly identity: readonly PolicyDocument[];
}

export function callerOf(world: CustomModelWorld, { account, accessKeyId }: AwsCall): Caller {
  const role = world.sessions.get(accessKeyId);
  return role ? asRole(role) : { arn: `arn:aws:iam::${account}:role/administrator`, account, identity: [everything] };
}

export function asRole({ arn, account, permissions, attached }: SimulatedRole): Caller {
  return { arn, account, identity: [...permissions.values(), ...attached.values()] };
}

/** Whether IAM lets a caller do something, by the same logic that checks policies. */
export function isAllowed(
  { arn, account, identity }: Caller,
  action: string,
  resource: IamRequest['resource'],
  policy: PolicyDocument | null,
  context: IamRequest['context'] = {},
): boolean {
  const principal = { kind: 'role', arn, account } as const;
  return evaluate({ principal, action, resource, context }, { identity, resource: policy }).kind === 'allowed';
}

export function mayUseKey(world: CustomModelWorld, caller: Caller, arn: string, action: string): boolean {
  const key = world.keys.get(arn);
  if (!key) return false;
  const context = action === 'kms:CreateGrant' ? { 'kms:GrantIsForAWSResource': 'true' } : {};
  return isAllowed(caller, action, { arn, account: key.account, ownPolicyDecides: true }, key.policy, context);
}

/** Whether a caller may list under a prefix (no key) or read an object, with the bucket's key where it has one. */
export function mayRead(
  world: CustomModelWorld,
  caller: Caller,
  bucket: string,
  object: { prefix: string } | string,
): boolean {
  const found = world.buckets.get(bucket);
  if (!found) return false;
  const arn = `arn:aws:s3:::${bucket}`;
  const resource = { account: found.owner, ownPolicyDecides: false };
  if (typeof object !== 'string')
    return isAllowed(caller, 's3:ListBucket', { ...resource, arn }, found.policy, { 's3:prefix': object.prefix });
  return (
    isAllowed(caller, 's3:GetObject', { ...resource, arn: `${arn}/${object}` }, found.policy) &&
    (found.key === null || mayUseKey(world, caller, found.key, 'kms:Decrypt'))
  );
}

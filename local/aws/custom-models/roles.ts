import type { AssumeRoleRequest, AssumeRoleResponse, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { GetPolicyRequest, GetRolePolicyRequest, GetRoleRequest } from '@aws-sdk/client-iam';
import { sessionKey } from '../access-keys.ts';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { callerOf, isAllowed } from './authorize.ts';
import type { CustomModelWorld, SimulatedRole } from './custom-model-world.ts';

const never = new Date('2099-01-01T00:00:00Z');
const made = new Date('2026-01-05T09:00:00Z');

/** IAM and STS: roles with their policies, and sessions of those whose trust policy lets the caller in. */
export function roleHandlers(world: CustomModelWorld): Handlers {
  const roleNamed = (account: string, name = ''): SimulatedRole => {
    const role = [...world.roles.values()].find((one) => one.account === account && one.arn.endsWith(`/${name}`));
    if (!role) throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
    return role;
  };
  const managed = (arn = '') => {
    const found = [...world.roles.values()].flatMap(({ attached }) => attached.get(arn) ?? [])[0];
    if (!found) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`, 404);
    return found;
  };
  const encoded = (policy: object) => encodeURIComponent(JSON.stringify(policy));

  return {
    'sts:AssumeRole': ({ RoleArn = '', RoleSessionName }: AssumeRoleRequest, call: AwsCall): AssumeRoleResponse => {
      const role = world.roles.get(RoleArn);
      const caller = callerOf(world, call);
      const resource = { arn: RoleArn, account: role?.account ?? '', ownPolicyDecides: true };
      if (!role || !isAllowed(caller, 'sts:AssumeRole', resource, role.trust))
        throw new AwsError(
          'AccessDenied',
          `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
          403,
        );
      const key = sessionKey(role.account, `R${[...world.roles.keys()].indexOf(RoleArn)}`);
      world.sessions.set(key, role);
      return {
        Credentials: { AccessKeyId: key, SecretAccessKey: 'simulated', SessionToken: 'simulated', Expiration: never },
        AssumedRoleUser: { AssumedRoleId: `AROASIMULATED:${RoleSessionName ?? ''}`, Arn: RoleArn },
      };
    },
    'sts:GetCallerIdentity': (_: object, call: AwsCall): GetCallerIdentityResponse => {
      const { arn, account } = callerOf(world, call);
      const Arn = arn.replace(':iam:', ':sts:').replace(/:role\/(?:.*\/)?/, ':assumed-role/');
      return { Account: account, Arn: `${Arn}/simulated`, UserId: `AROASIMULATED:${account}` };
    },
    'iam:GetRole': ({ RoleName }: GetRoleRequest, { account }: AwsCall) => {
      const { arn, trust } = roleNamed(account, RoleName);
      return {
        Role: {
          Path: '/',
          RoleName,
          RoleId: 'AROASIMULATED',
          Arn: arn,
          CreateDate: made,
          AssumeRolePolicyDocument: encoded(trust),
        },
      };
    },
    'iam:ListRolePolicies': ({ RoleName }: GetRoleRequest, { account }: AwsCall) => ({
      PolicyNames: [...roleNamed(account, RoleName).permissions.keys()],
      IsTruncated: false,
    }),
    'iam:GetRolePolicy': ({ RoleName, PolicyName = '' }: GetRolePolicyRequest, { account }: AwsCall) => ({
      RoleName,
      PolicyName,
      PolicyDocument: encoded(roleNamed(account, RoleName).permissions.get(PolicyName) ?? {}),
    }),
    'iam:ListAttachedRolePolicies': ({ RoleName }: GetRoleRequest, { account }: AwsCall) => ({
      AttachedPolicies: [...roleNamed(account, RoleName).attached.keys()].map((PolicyArn) => ({
        PolicyArn,
        PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1),
      })),
      IsTruncated: false,
    }),
    'iam:GetPolicy': ({ PolicyArn }: GetPolicyRequest) => {
      managed(PolicyArn);
      return { Policy: { Arn: PolicyArn, DefaultVersionId: 'v1' } };
    },
    'iam:GetPolicyVersion': ({ PolicyArn }: GetPolicyRequest) => ({
      PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: encoded(managed(PolicyArn)) },
    }),
  };
}

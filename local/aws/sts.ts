import type { AssumeRoleRequest, AssumeRoleResponse, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { sessionKey } from './access-keys.ts';
import type { AwsCall, Handlers } from './handlers.ts';
import type { SimulatedOrganization } from './organization/organization.ts';
import { AwsError } from './wire/aws-error.ts';

/** Clients compare the expiry with the machine's clock, which the organisation's does not follow: the session outlasts both. */
const never = new Date('2099-01-01T00:00:00Z');

/** Roles of every account that exists and trusts the hub. What a real policy would say more of is not simulated. */
export function stsHandlers({ hub, trusts }: Pick<SimulatedOrganization, 'hub' | 'trusts'>): Handlers {
  return {
    'sts:AssumeRole': ({ RoleArn = '', RoleSessionName }: AssumeRoleRequest, call: AwsCall): AssumeRoleResponse => {
      const role = /^arn:aws:iam::(?<account>\d{12}):role\/(?:.*\/)?(?<name>[^/]+)$/.exec(RoleArn)?.groups;
      const account = role?.['account'] ?? '';
      if (!trusts(account))
        throw new AwsError(
          'AccessDenied',
          `User: ${caller(call)} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
          403,
        );
      return {
        Credentials: {
          AccessKeyId: sessionKey(account),
          SecretAccessKey: 'simulated',
          SessionToken: 'simulated',
          Expiration: never,
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROASIMULATED:${RoleSessionName ?? ''}`,
          Arn: `arn:aws:sts::${account}:assumed-role/${role?.['name'] ?? ''}/${RoleSessionName ?? ''}`,
        },
      };
    },
    'sts:GetCallerIdentity': (_: object, call: AwsCall): GetCallerIdentityResponse => ({
      Account: call.account,
      Arn: caller(call),
      UserId: `AROASIMULATED:${call.account}`,
    }),
  };

  function caller({ account }: AwsCall): string {
    return `arn:aws:sts::${account}:assumed-role/${account === hub ? 'sundial' : 'sundial-read'}/simulated`;
  }
}

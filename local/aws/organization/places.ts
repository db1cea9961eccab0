import type { ListRegionsRequest, ListRegionsResponse } from '@aws-sdk/client-account';
import type {
  DescribeOrganizationResponse,
  ListAccountsResponse,
  ListDelegatedAdministratorsResponse,
} from '@aws-sdk/client-organizations';
import type { GetParametersByPathRequest, GetParametersByPathResult } from '@aws-sdk/client-ssm';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockRegions } from './bedrock-regions.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
}

const organizationId = 'o-simulated1';
/** Where AWS publishes which Regions have Bedrock. */
const bedrockPath = '/aws/service/global-infrastructure/services/bedrock/regions';
const joined = new Date('2024-02-01T09:00:00Z');

/** Which accounts and Regions there are. Only the hub may see the organisation. */
export function placeHandlers(members: readonly Member[], regions: readonly string[], hub: string): Handlers {
  const arnOf = (id: string) => `arn:aws:organizations::${hub}:account/${organizationId}/${id}`;
  const forHub =
    <Output>(output: () => Output) =>
    (_: object, { account }: AwsCall): Output => {
      if (account !== hub)
        throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
      return output();
    };

  return {
    'account:ListRegions': ({ RegionOptStatusContains: wanted }: ListRegionsRequest): ListRegionsResponse => ({
      Regions: regions
        .map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' as const }))
        .filter(({ RegionOptStatus }) => wanted?.includes(RegionOptStatus) ?? true),
    }),
    'ssm:GetParametersByPath': ({ Path }: GetParametersByPathRequest): GetParametersByPathResult => ({
      Parameters:
        Path === bedrockPath ? bedrockRegions.map((region) => parameter(`${bedrockPath}/${region}`, region)) : [],
    }),
    'organizations:ListAccounts': forHub((): ListAccountsResponse => ({
      Accounts: members.map(({ id, name }) => ({
        Id: id,
        Arn: arnOf(id),
        Name: name,
        Email: `${name}@example.com`,
        Status: 'ACTIVE',
        State: 'ACTIVE',
        JoinedMethod: 'CREATED',
        JoinedTimestamp: joined,
      })),
    })),
    'organizations:ListDelegatedAdministrators': forHub((): ListDelegatedAdministratorsResponse => ({
      DelegatedAdministrators: [],
    })),
    'organizations:DescribeOrganization': (): DescribeOrganizationResponse => ({
      Organization: {
        Id: organizationId,
        Arn: `arn:aws:organizations::${hub}:organization/${organizationId}`,
        FeatureSet: 'ALL',
        MasterAccountId: hub,
        MasterAccountArn: arnOf(hub),
        MasterAccountEmail: 'payments@example.com',
      },
    }),
  };
}

function parameter(Name: string, Value: string) {
  return { Name, Value, Type: 'String' as const, Version: 1, LastModifiedDate: joined };
}

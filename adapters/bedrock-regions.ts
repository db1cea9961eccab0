import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import { SSMClient, paginateGetParametersByPath } from '@aws-sdk/client-ssm';
import type { AwsAccess } from './aws-access.ts';
import { callError } from './call-error.ts';

/** The Regions that an account has enabled. Throws `CallError`. */
export async function enabledRegions(access: AwsAccess, region: string): Promise<readonly string[]> {
  const regions: string[] = [];
  const pages = paginateListRegions(
    { client: new AccountClient({ ...access, region }) },
    { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'], MaxResults: 50 },
  );
  try {
    for await (const { Regions = [] } of pages) regions.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  } catch (fault) {
    throw callError('account:ListRegions', fault);
  }
  return regions.toSorted();
}

/**
 * The Regions that have Amazon Bedrock, as AWS publishes them. Throws `CallError`.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-global-infrastructure.html
 */
export async function regionsWithBedrock(access: AwsAccess, region: string): Promise<readonly string[]> {
  const regions: string[] = [];
  const pages = paginateGetParametersByPath(
    { client: new SSMClient({ ...access, region }) },
    { Path: '/aws/service/global-infrastructure/services/bedrock/regions' },
  );
  try {
    for await (const { Parameters = [] } of pages) regions.push(...Parameters.flatMap(({ Value }) => Value ?? []));
  } catch (fault) {
    throw callError('ssm:GetParametersByPath', fault);
  }
  return regions.toSorted();
}

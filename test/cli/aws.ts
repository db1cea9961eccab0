import { DateTime } from 'luxon';
import { onTestFinished } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { Fault } from '../../local/aws/faults.ts';
import type { OrganizationOptions } from '../../local/aws/organization/organization.ts';
import { simulatedOrganization } from '../../local/aws/organization/organization.ts';
import { startFakeAws } from '../../local/aws/server.ts';

export const day = '2026-11-20T09:00:00Z';

/** Credentials as a shell has them, and nobody who answers. */
export const unreachable = {
  AWS_ACCESS_KEY_ID: 'AKIANOBODY',
  AWS_SECRET_ACCESS_KEY: 'simulated',
  AWS_REGION: 'us-east-1',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
};

/** The environment of somebody who has credentials for an AWS; the command cannot tell that it is simulated. */
export async function credentialsFor(
  options: Partial<OrganizationOptions> = {},
  faults: readonly Fault[] = [],
): Promise<Record<string, string>> {
  const now = () => DateTime.fromISO(day, { zone: 'utc' });
  const aws = await startFakeAws({ organization: simulatedOrganization({ now, catalogue, ...options }) });
  onTestFinished(() => aws.close());
  for (const fault of faults) aws.faults.add(fault);
  const { accessKeyId, secretAccessKey } = aws.credentials;
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: aws.endpoint,
  };
}

import { DateTime } from 'luxon';
import { onTestFinished } from 'vitest';
import { catalogue } from '../../../catalogue/catalogue.ts';
import type { OrganizationOptions } from '../../../local/aws/organization/organization.ts';
import { simulatedOrganization } from '../../../local/aws/organization/organization.ts';
import { startFakeAws } from '../../../local/aws/server.ts';

/** The simulated AWS on a day at nine, UTC; gone when the test is over. */
export async function simulatedAws(
  day = '2026-11-20',
  options: Partial<OrganizationOptions> & { readonly pageSize?: number } = {},
) {
  let now = DateTime.fromISO(`${day}T09:00:00Z`, { zone: 'utc' });
  const { pageSize, ...rest } = options;
  const organization = simulatedOrganization({ now: () => now, catalogue, ...rest });
  const fake = await startFakeAws({ organization, ...(pageSize !== undefined && { pageSize }) });
  onTestFinished(fake.close);
  return {
    ...fake,
    now: () => now,
    travelTo: (later: string) => (now = DateTime.fromISO(`${later}T09:00:00Z`, { zone: 'utc' })),
    /** What a client needs, in a Region; the hub's own credentials unless others are given. */
    access: (
      region = 'us-east-1',
      credentials: { accessKeyId: string; secretAccessKey: string } = fake.credentials,
    ) => ({
      region,
      endpoint: fake.endpoint,
      credentials,
      maxAttempts: 1,
    }),
  };
}

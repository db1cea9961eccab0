import { DateTime } from 'luxon';
import { catalogue } from '../catalogue/catalogue.ts';
import { largeOrganization } from '../local/aws/organization/organization.ts';
import { startFakeAws } from '../local/aws/server.ts';

/** The simulated AWS in a process of its own, so that its work is not the sweep's: node fake-aws.mjs ACCOUNTS REGIONS LATENCY. */
const [accounts = 10, regionCount = 34, latencyMs = 30] = process.argv.slice(2).map(Number);
const now = () => DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
const all = largeOrganization(accounts, { now, catalogue });
const organization = largeOrganization(accounts, { now, catalogue, regions: all.regions.slice(0, regionCount) });
const aws = await startFakeAws({ organization, latencyMs, pageSize: 100 });

process.send?.({
  endpoint: aws.endpoint,
  credentials: aws.credentials,
  accounts: organization.accounts.map(({ id }) => id),
  regions: organization.regions.length,
});
process.on('message', () => {
  process.send?.({ total: aws.calls.total(), byCall: Object.fromEntries(aws.calls.byCall), peak: aws.calls.peak() });
});

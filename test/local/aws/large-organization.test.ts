import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import { BedrockClient, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { DateTime } from 'luxon';
import { expect, it, onTestFinished } from 'vitest';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { sessionKey } from '../../../local/aws/access-keys.ts';
import { largeOrganization } from '../../../local/aws/organization/organization.ts';
import { startFakeAws } from '../../../local/aws/server.ts';

const now = () => DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });

it('has two hundred accounts in 34 Regions, the same every time, and keeps nothing of who asked', async () => {
  const organization = largeOrganization(200, { now, catalogue });
  const aws = await startFakeAws({ organization, pageSize: 100 });
  onTestFinished(aws.close);
  const access = { region: 'us-east-1', endpoint: aws.endpoint, credentials: aws.credentials };
  const accounts: string[] = [];
  for await (const { Accounts = [] } of paginateListAccounts({ client: new OrganizationsClient(access) }, {}))
    accounts.push(...Accounts.map(({ Id = '' }) => Id));
  const regions: string[] = [];
  for await (const { Regions = [] } of paginateListRegions({ client: new AccountClient(access) }, {}))
    regions.push(...Regions.map(({ RegionName = '' }) => RegionName));
  const credentials = { accessKeyId: sessionKey(accounts[199] ?? ''), secretAccessKey: 'simulated' };
  const last = new BedrockClient({ ...access, region: regions[33] ?? '', credentials });
  const { inferenceProfileSummaries } = await last.send(
    new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' }),
  );

  expect([new Set(accounts).size, new Set(regions).size]).toEqual([200, 34]);
  expect(inferenceProfileSummaries).toHaveLength(1);
  expect(aws.calls.recorded).toEqual([]);
});

it('takes as long for every answer as it is told', async () => {
  const aws = await startFakeAws({ organization: largeOrganization(1, { now, catalogue }), latencyMs: 30 });
  onTestFinished(aws.close);
  const client = new BedrockClient({ region: 'us-east-1', endpoint: aws.endpoint, credentials: aws.credentials });
  const began = performance.now();
  await client.send(new ListInferenceProfilesCommand({}));

  expect(performance.now() - began).toBeGreaterThan(28);
});

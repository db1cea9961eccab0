import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DateTime } from 'luxon';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { logGroupRecords } from '../../../adapters/cases/log-group-records.ts';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { simulatedOrganization } from '../../../local/aws/organization/organization.ts';
import { startFakeAws } from '../../../local/aws/server.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';
import { collected } from './case-files.ts';

const now = DateTime.fromISO('2026-11-20T18:00:00Z', { zone: 'utc' });
const group = (name: string, days = 7) => ({ kind: 'logGroup', name, days }) as const;

async function scripted(pages: readonly object[]) {
  const server = await scriptedServer((_, nth) => ({ body: pages[nth] ?? {} }));
  onTestFinished(() => server.close());
  const access = awsAccess({ endpoint: server.url, credentials: fakeCredentials });
  return { server, logs: new CloudWatchLogsClient({ ...access, region: 'eu-central-1' }) };
}

describe('a log group', () => {
  it('is read page by page, also past a page that is empty', async () => {
    const { server, logs } = await scripted([
      { events: [{ eventId: 'e1', message: '{"a":1}' }], nextToken: 'two' },
      { events: [], nextToken: 'three' },
      { events: [{ eventId: 'e2', message: 'no JSON: john@example.com' }] },
    ]);
    const records = await collected(logGroupRecords(group('/a/group', 2), logs, now));

    expect(records).toEqual([
      { file: 'cloudwatch:/a/group', line: 1, id: 'e1', value: { a: 1 } },
      {
        file: 'cloudwatch:/a/group',
        line: 2,
        id: 'e2',
        fault: 'expected a record of the model invocation log, a JSON object',
      },
    ]);
    expect(server.seen.map(({ body }) => body)).toEqual(
      [undefined, 'two', 'three'].map((nextToken) => ({
        logGroupName: '/a/group',
        logStreamNames: ['aws/bedrock/modelinvocations'],
        startTime: now.minus({ days: 2 }).toMillis(),
        endTime: now.toMillis(),
        ...(nextToken !== undefined && { nextToken }),
      })),
    );
  });

  it('of another account is named by its ARN', async () => {
    const arn = 'arn:aws:logs:eu-central-1:111122223333:log-group:/a/group';
    const { server, logs } = await scripted([{ events: [] }]);
    await collected(logGroupRecords(group(arn), logs, now));

    expect(server.seen[0]?.body).toMatchObject({ logGroupIdentifier: arn });
    expect(server.seen[0]?.body).not.toHaveProperty('logGroupName');
  });

  it('is the same in the simulated organisation, however small its pages are', async () => {
    const read = async (pageSize: number) => {
      const aws = await startFakeAws({ organization: simulatedOrganization({ now: () => now, catalogue }), pageSize });
      onTestFinished(() => aws.close());
      const access = awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials });
      const logs = new CloudWatchLogsClient({ ...access, region: 'eu-central-1' });
      return collected(logGroupRecords(group('/aws/bedrock/modelinvocations', 3), logs, now));
    };
    const [whole, paged] = [await read(1_000), await read(4)];

    expect(whole.length).toBeGreaterThan(8);
    expect(paged).toEqual(whole);
  });
});

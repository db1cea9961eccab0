import { HealthClient } from '@aws-sdk/client-health';
import { describe, expect, it } from 'vitest';
import { awsAccess } from '../../adapters/aws-access.ts';
import { openHealthEvents, openHealthEventsOfOrganization } from '../../adapters/health-api.ts';
import { healthClient } from '../../adapters/health-endpoint.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import { readHealthNotice } from '../../events/health-notice.ts';
import { simulatedAws } from '../local/aws/simulated-aws.ts';

async function health(options: { readonly hasSupportPlan?: boolean } = {}) {
  const aws = await simulatedAws('2026-11-20', { pageSize: 1, ...options });
  const access = { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 1 };
  return { ...aws, client: await healthClient(access) };
}

describe('what AWS Health holds open', () => {
  it('is read for one account, by the same reader as what EventBridge delivers', async () => {
    const { client } = await health();
    const answer = await openHealthEvents(client, '111122223333');

    expect(answer).toMatchObject({
      kind: 'events',
      events: [{ account: '111122223333', statusCode: 'open', page: 1 }],
    });
    const [event] = answer.kind === 'events' ? answer.events : [];
    expect(event && readHealthNotice(event, catalogue)).toMatchObject({
      kind: 'notices',
      notices: [
        {
          modelId: 'anthropic.claude-opus-4-1-20250805-v1:0',
          regions: ['us-east-1'],
          accounts: ['111122223333'],
          dates: { legacy: '2026-07-08', extendedAccess: '2026-10-08', endOfLife: '2027-01-08' },
        },
      ],
    });
  });

  it('is read for every account of the organisation, page after page, with the entities of each', async () => {
    const { client, calls } = await health();
    const answer = await openHealthEventsOfOrganization(client, '111122223333');

    const events = answer.kind === 'events' ? answer.events : [];
    expect(events.map(({ account, receivedBy }) => [account, receivedBy]).toSorted()).toEqual([
      ['111122223333', '111122223333'],
      ['444455556666', '111122223333'],
      ['777788889999', '111122223333'],
    ]);
    expect(events.find(({ account }) => account === '777788889999')?.entities).toHaveLength(2);
    expect(calls.byCall.get('health:DescribeEventsForOrganization')).toBe(3);
    expect(calls.byCall.get('health:DescribeEventDetailsForOrganization')).toBe(1);
  });

  it('is about Bedrock alone', async () => {
    const { client } = await health();
    const answer = await openHealthEvents(client, '111122223333');

    expect(answer.kind === 'events' && answer.events.map(({ eventTypeCode }) => eventTypeCode)).toEqual([
      'AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT',
    ]);
  });

  it.each([openHealthEvents, openHealthEventsOfOrganization])(
    'is no answer, and no fault, without a support plan',
    async (ask) => {
      const { client } = await health({ hasSupportPlan: false });

      expect(await ask(client, '111122223333')).toEqual({ kind: 'noSupportPlan' });
    },
  );

  it('is not taken for nothing when AWS Health is down', async () => {
    const { client, faults } = await health();
    faults.add({ kind: 'down', call: 'health:DescribeEventDetails' });

    await expect(openHealthEvents(client, '111122223333')).rejects.toThrow();
  });
});

describe('the endpoint of AWS Health', () => {
  it.each`
    aliases                               | region
    ${['health.us-east-1.amazonaws.com']} | ${'us-east-1'}
    ${['health.us-east-2.amazonaws.com']} | ${'us-east-2'}
  `(
    'is the active one, $region, as the global name says',
    async ({ aliases, region }: { aliases: string[]; region: string }) => {
      const client = await healthClient(awsAccess(), () => Promise.resolve(aliases));

      expect(client).toBeInstanceOf(HealthClient);
      expect(await client.config.region()).toBe(region);
    },
  );

  it('is an error where the global name leads nowhere', async () => {
    await expect(healthClient(awsAccess(), () => Promise.resolve([]))).rejects.toThrow('no Region can be read from it');
  });
});

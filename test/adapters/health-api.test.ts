import { HealthClient } from '@aws-sdk/client-health';
import { describe, expect, it } from 'vitest';
import { openHealthEvents, openHealthEventsOfOrganization } from '../../adapters/health-api.ts';
import type { HealthAnswer } from '../../adapters/health-api.ts';
import { healthClient } from '../../adapters/health-endpoint.ts';
import type { HealthEvent } from '../../domain/health-event.ts';
import type { HealthNotice } from '../../local/aws/organization/story/notices.ts';
import { storyNotices } from '../../local/aws/organization/story/notices.ts';
import { simulatedAws } from '../local/aws/simulated-aws.ts';

async function health(hasSupportPlan = true, pageSize = 1) {
  const aws = await simulatedAws('2026-11-20', { hasSupportPlan, pageSize });
  return { ...aws, client: new HealthClient(aws.access()) };
}

function eventsOf(answer: HealthAnswer): readonly HealthEvent[] {
  if (answer.kind !== 'events') throw new Error('there is no support plan');
  return answer.events;
}

describe('what AWS Health sent before Sundial was there', () => {
  it('is read for one account, with details and entities', async () => {
    const { client } = await health();
    const events = eventsOf(await openHealthEvents(client, '111122223333'));

    expect(events).toMatchObject([
      {
        account: '111122223333',
        receivedBy: '111122223333',
        eventRegion: 'us-east-1',
        category: 'scheduledChange',
        statusCode: 'open',
        startTime: '2026-07-08T00:00:00.000Z',
        description: expect.stringContaining('January 8, 2027') as string,
        entities: [
          {
            value: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-4-1-20250805-v1:0',
            status: 'PENDING',
          },
        ],
      },
    ]);
  });

  it('is read for every account that shares an event, each with its own entities, over pages of one', async () => {
    const { client } = await health();
    const events = eventsOf(await openHealthEventsOfOrganization(client, '111122223333'));
    const profile = (account: string) =>
      `arn:aws:bedrock:us-east-1:${account}:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0`;

    expect(events.map(({ account }) => account)).toEqual(['444455556666', '777788889999', '111122223333']);
    expect(events[0]?.eventArn).toBe(events[1]?.eventArn);
    expect(events.slice(0, 2).map(({ entities }) => entities.map(({ value }) => value))).toEqual(
      ['444455556666', '777788889999'].map((account) => [profile(account)]),
    );
    expect(new Set(events.map(({ receivedBy }) => receivedBy))).toEqual(new Set(['111122223333']));
  });

  it('is read ten events at a time, which is all that one call gives', async () => {
    const [notice] = storyNotices.filter(({ account }) => account === '111122223333');
    const notices = Array.from({ length: 23 }, (_, n) => ({
      ...(notice as HealthNotice),
      arn: `arn:aws:health:event/${n}`,
    }));
    const { access, calls } = await simulatedAws('2026-11-20', { notices, pageSize: 50 });
    const client = new HealthClient(access());
    const arns = [openHealthEvents, openHealthEventsOfOrganization].map(async (read) =>
      eventsOf(await read(client, '111122223333')).map(({ eventArn }) => eventArn),
    );

    for (const read of await Promise.all(arns)) expect(read).toEqual(notices.map(({ arn }) => arn));
    expect(calls.byCall.get('health:DescribeEventDetails')).toBe(3);
  });

  it('is nothing where there is no support plan, and that is an answer', async () => {
    const { client } = await health(false);

    expect(await openHealthEvents(client, '111122223333')).toEqual({ kind: 'noSupportPlan' });
    expect(await openHealthEventsOfOrganization(client, '111122223333')).toEqual({ kind: 'noSupportPlan' });
  });

  it.each(['health:DescribeEvents', 'health:DescribeEventDetails', 'health:DescribeAffectedEntities'])(
    'is unknown, not nothing, where %s fails',
    async (call) => {
      const { client, faults } = await health();
      faults.add({ kind: 'down', call });

      await expect(openHealthEvents(client, '111122223333')).rejects.toMatchObject({ name: 'ServiceUnavailable' });
    },
  );
});

describe('AWS Health’s endpoint', () => {
  const access = { credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

  it('is the one that the global name leads to now', async () => {
    const client = await healthClient(access, undefined, () => Promise.resolve(['health.us-east-2.amazonaws.com']));

    expect(await client.config.region()).toBe('us-east-2');
  });

  it('is no guess where the global name leads nowhere', async () => {
    await expect(healthClient(access, undefined, () => Promise.resolve([]))).rejects.toThrow(/no Region can be read/);
  });
});

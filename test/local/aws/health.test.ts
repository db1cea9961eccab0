import {
  DescribeAffectedEntitiesForOrganizationCommand,
  DescribeEventDetailsCommand,
  DescribeEventDetailsForOrganizationCommand,
  DescribeEventsCommand,
  HealthClient,
  paginateDescribeEventsForOrganization,
} from '@aws-sdk/client-health';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { simulatedAws } from './simulated-aws.ts';

const opus = 'arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT/simulated_opus41_payments';

describe('AWS Health', () => {
  it('tells an account of its own events, with dates', async () => {
    const aws = await simulatedAws();
    const client = new HealthClient(aws.access());
    const { events = [] } = await client.send(new DescribeEventsCommand({ filter: { services: ['BEDROCK'] } }));
    const { successfulSet, failedSet } = await client.send(
      new DescribeEventDetailsCommand({ eventArns: [opus, 'arn:aws:health:us-east-1::event/nothing'] }),
    );

    expect(events).toMatchObject([{ arn: opus, statusCode: 'open', startTime: new Date('2026-07-08') }]);
    expect(successfulSet?.[0]?.eventDescription?.latestDescription).toContain('January 8, 2027');
    expect(failedSet).toMatchObject([{ eventArn: 'arn:aws:health:us-east-1::event/nothing' }]);
  });

  it('tells the hub of all accounts’ events, page by page', async () => {
    const aws = await simulatedAws('2026-11-20', { pageSize: 1 });
    const client = new HealthClient(aws.access());
    const arns: string[] = [];
    for await (const { events = [] } of paginateDescribeEventsForOrganization(
      { client },
      { filter: { services: ['BEDROCK'] } },
    ))
      arns.push(...events.map(({ arn = '' }) => arn));
    const organizationEventDetailFilters = arns.map((eventArn) => ({ eventArn, awsAccountId: '777788889999' }));
    const { successfulSet } = await client.send(
      new DescribeEventDetailsForOrganizationCommand({ organizationEventDetailFilters }),
    );
    const { entities } = await client.send(
      new DescribeAffectedEntitiesForOrganizationCommand({
        organizationEntityAccountFilters: [{ eventArn: arns[0], awsAccountId: '777788889999' }],
      }),
    );

    expect(arns).toHaveLength(2);
    expect(successfulSet?.map(({ awsAccountId }) => awsAccountId)).toEqual(['777788889999']);
    expect(entities).toHaveLength(1);
    expect(entities?.[0]).toMatchObject({ awsAccountId: '777788889999', statusCode: 'PENDING' });
  });

  it('says so where no support plan is', async () => {
    const aws = await simulatedAws('2026-11-20', { hasSupportPlan: false });

    await expect(new HealthClient(aws.access()).send(new DescribeEventsCommand({}))).rejects.toMatchObject({
      name: 'SubscriptionRequiredException',
    });
  });
});

describe('EventBridge', () => {
  it('says which entries it took and which it did not', async () => {
    const taken: string[] = [];
    const aws = await simulatedAws('2026-11-20', {
      takeEvent: ({ Detail = '' }) => Detail !== '{"n":2}' && taken.push(Detail) > 0,
    });
    const { FailedEntryCount, Entries } = await new EventBridgeClient(aws.access()).send(
      new PutEventsCommand({
        Entries: [1, 2].map((n) => ({ Source: 'sundial', DetailType: 'Test', Detail: `{"n":${n}}` })),
      }),
    );

    expect(FailedEntryCount).toBe(1);
    expect(Entries).toEqual([
      { EventId: 'simulated-1' },
      { ErrorCode: 'InternalFailure', ErrorMessage: expect.any(String) as string },
    ]);
    expect(taken).toEqual(['{"n":1}']);
  });
});

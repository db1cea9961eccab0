import { GetModelInvocationLoggingConfigurationCommand, BedrockClient } from '@aws-sdk/client-bedrock';
import {
  CloudTrailClient,
  InvalidLookupAttributesException,
  LookupEventsCommand,
  paginateLookupEvents,
} from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  GetQueryResultsCommand,
  MalformedQueryException,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { simulatedAws } from './simulated-aws.ts';

type Aws = Awaited<ReturnType<typeof simulatedAws>>;

const old = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const young = 'eu.anthropic.claude-sonnet-5';

async function invocations(aws: Aws, modelId: string, from: string, to: string, MetricName = 'Invocations') {
  const { MetricDataResults } = await new CloudWatchClient(aws.access('eu-central-1')).send(
    new GetMetricDataCommand({
      StartTime: new Date(from),
      EndTime: new Date(to),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: [
        {
          Id: 'm1',
          MetricStat: {
            Metric: { Namespace: 'AWS/Bedrock', MetricName, Dimensions: [{ Name: 'ModelId', Value: modelId }] },
            Period: 86_400,
            Stat: 'Sum',
          },
        },
      ],
    }),
  );
  const { Timestamps = [], Values = [] } = MetricDataResults?.[0] ?? {};
  return new Map(Timestamps.map((at, index) => [at.toISOString().slice(0, 10), Values[index] ?? 0]));
}

describe('CloudWatch', () => {
  it('moves payments’ calls from the old model to the new one, day by day, until none is left', async () => {
    const aws = await simulatedAws('2027-01-20');
    const before = await invocations(aws, old, '2026-11-20', '2027-01-20');
    const after = await invocations(aws, young, '2026-11-20', '2027-01-20');

    expect(before.get('2026-11-24')).toBeGreaterThan(3500);
    expect(after.has('2026-11-24')).toBe(false);
    expect(before.get('2026-12-18')).toBeGreaterThan(after.get('2026-12-15') ?? 0);
    expect([...before.keys()].at(-1)).toBe('2027-01-09');
    expect(after.get('2027-01-12')).toBeGreaterThan(3500);
  });

  it('counts today up to now, and calls Legacy what is Legacy', async () => {
    const aws = await simulatedAws('2026-10-09');
    const calls = await invocations(aws, old, '2026-10-06', '2026-10-10');
    const legacy = await invocations(aws, old, '2026-10-06', '2026-10-10', 'LegacyModelInvocations');

    expect(calls.get('2026-10-09')).toBeLessThan((calls.get('2026-10-08') ?? 0) / 2);
    expect([...legacy.keys()]).toEqual(['2026-10-08', '2026-10-09']);
    expect(legacy.get('2026-10-08')).toBe(calls.get('2026-10-08'));
  });

  it('lists a metric for two weeks after its last value', async () => {
    const listed = async (day: string) => {
      const aws = await simulatedAws(day);
      const { Metrics = [] } = await new CloudWatchClient(aws.access()).send(
        new ListMetricsCommand({ Namespace: 'AWS/Bedrock', MetricName: 'Invocations' }),
      );
      return Metrics.flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => Value));
    };

    expect(await listed('2026-11-22')).toContain('us.anthropic.claude-opus-4-1-20250805-v1:0');
    expect(await listed('2026-11-23')).not.toContain('us.anthropic.claude-opus-4-1-20250805-v1:0');
  });
});

describe('CloudTrail', () => {
  const lookup = (aws: Aws) =>
    paginateLookupEvents(
      { client: new CloudTrailClient(aws.access('eu-central-1')) },
      { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ConverseStream' }] },
    );

  it('tells of streaming calls twice, the newest first, fifty a page', async () => {
    const aws = await simulatedAws();
    const { value } = (await lookup(aws).next()) as {
      value: { Events: { EventTime: Date; CloudTrailEvent: string }[] };
    };
    const records = value.Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent) as Record<string, unknown>);

    expect(value.Events).toHaveLength(50);
    expect(value.Events[0]?.EventTime).toEqual(new Date('2026-11-20T00:00:04Z'));
    expect(records[0]).toMatchObject({ eventType: 'AwsServiceEvent' });
    expect(records[0]).not.toHaveProperty('requestParameters');
    expect(records[1]).toMatchObject({
      eventType: 'AwsApiCall',
      requestParameters: { modelId: old },
      userIdentity: { sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/checkout-assistant' } } },
    });
  });

  it('takes one attribute, and refuses what it cannot look up', async () => {
    const aws = await simulatedAws();
    const LookupAttributes = [{ AttributeKey: 'ResourceName', AttributeValue: 'x' }] as const;
    const asked = new CloudTrailClient(aws.access('eu-central-1')).send(
      new LookupEventsCommand({ LookupAttributes: [...LookupAttributes] }),
    );

    await expect(asked).rejects.toBeInstanceOf(InvalidLookupAttributesException);
  });
});

describe('the model invocation log', () => {
  const range = { startTime: Date.parse('2026-11-10') / 1000, endTime: Date.parse('2026-11-20') / 1000 };

  it('is on in some Regions only', async () => {
    const aws = await simulatedAws();
    const asked = async (region: string) =>
      (await new BedrockClient(aws.access(region)).send(new GetModelInvocationLoggingConfigurationCommand({})))
        .loggingConfig;

    expect((await asked('eu-central-1'))?.cloudWatchConfig?.logGroupName).toBe('/aws/bedrock/modelinvocations');
    expect(await asked('us-east-1')).toBeUndefined();
  });

  it('answers who called what with which metadata, when the query has run', async () => {
    const aws = await simulatedAws();
    const logs = new CloudWatchLogsClient(aws.access('eu-central-1'));
    const queryString =
      'fields modelId, requestMetadata.`team` as team | stats count(*) as calls, max(@timestamp) as last by modelId, identity.arn, team';
    const { queryId } = await logs.send(
      new StartQueryCommand({ ...range, logGroupName: '/aws/bedrock/modelinvocations', queryString }),
    );

    expect((await logs.send(new GetQueryResultsCommand({ queryId }))).status).toBe('Running');
    const { status, results = [] } = await logs.send(new GetQueryResultsCommand({ queryId }));
    const row: Record<string, string | undefined> = Object.fromEntries(
      (results[0] ?? []).map(({ field, value }) => [field ?? '', value]),
    );
    expect(status).toBe('Complete');
    expect(row).toMatchObject({
      modelId: old,
      'identity.arn': 'arn:aws:sts::111122223333:assumed-role/checkout-assistant/i-0a1b2c3d',
      team: 'payments',
      last: '2026-11-19 23:59:59.000',
    });
    expect(Number(row['calls'])).toBeGreaterThan(20_000);
  });

  it('refuses a query that is not simulated', async () => {
    const aws = await simulatedAws();
    const asked = new CloudWatchLogsClient(aws.access('eu-central-1')).send(
      new StartQueryCommand({ ...range, logGroupName: '/aws/bedrock/modelinvocations', queryString: 'dedup modelId' }),
    );

    await expect(asked).rejects.toBeInstanceOf(MalformedQueryException);
  });
});

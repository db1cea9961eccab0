import { BedrockClient, ListInferenceProfilesCommand, paginateListInferenceProfiles } from '@aws-sdk/client-bedrock';
import { AccessDeniedException, BedrockAgentClient, ListAgentsCommand } from '@aws-sdk/client-bedrock-agent';
import { CloudTrailClient, LookupEventsCommand, ThrottlingException } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
  ThrottledException,
} from '@aws-sdk/client-resource-groups-tagging-api';
import {
  ListServiceQuotasCommand,
  ServiceQuotasClient,
  TooManyRequestsException,
} from '@aws-sdk/client-service-quotas';
import { describe, expect, it } from 'vitest';
import { simulatedAws } from './simulated-aws.ts';

describe('faults', () => {
  it('throttle each service in its own words', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'throttled', times: 4 });

    await expect(new CloudTrailClient(aws.access()).send(new LookupEventsCommand({}))).rejects.toBeInstanceOf(
      ThrottlingException,
    );
    await expect(
      new ResourceGroupsTaggingAPIClient(aws.access()).send(new GetResourcesCommand({})),
    ).rejects.toBeInstanceOf(ThrottledException);
    await expect(
      new ServiceQuotasClient(aws.access()).send(new ListServiceQuotasCommand({ ServiceCode: 'bedrock' })),
    ).rejects.toBeInstanceOf(TooManyRequestsException);
    await expect(new CloudWatchClient(aws.access()).send(new ListMetricsCommand({}))).rejects.toMatchObject({
      name: 'Throttling',
    });
  });

  it('are waited out by the SDK itself, whichever service throttles', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'throttled', times: 1, call: 'cloudwatch:ListMetrics' });
    const client = new CloudWatchClient({ ...aws.access(), maxAttempts: 2 });

    expect((await client.send(new ListMetricsCommand({}))).Metrics).not.toEqual([]);
  });

  it('deny a call and no other', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'denied', call: 'bedrock-agent:ListAgents' });

    const asked = new BedrockAgentClient(aws.access()).send(new ListAgentsCommand({}));
    await expect(asked).rejects.toBeInstanceOf(AccessDeniedException);
    await expect(asked).rejects.toThrow(/not authorized to perform: bedrock:ListAgents/);
    await new BedrockClient(aws.access()).send(new ListInferenceProfilesCommand({}));
  });

  it.each(['down', 'unreachable'] as const)('take a Region away and give it back: %s', async (kind) => {
    const aws = await simulatedAws();
    aws.faults.add({ kind, region: 'eu-west-1' });
    const asked = (region: string) => new BedrockClient(aws.access(region)).send(new ListInferenceProfilesCommand({}));

    await expect(asked('eu-west-1')).rejects.toThrow();
    await asked('us-east-1');
    aws.faults.heal();
    await asked('eu-west-1');
  });

  it('let the first page through and fail the next', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'halfPage' });
    const pages = paginateListInferenceProfiles({ client: new BedrockClient(aws.access()) }, {});

    expect((await pages.next()).done).toBe(false);
    await expect(pages.next()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  });

  it('are slow', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'slow', ms: 60 });
    const began = performance.now();
    await new BedrockClient(aws.access()).send(new ListInferenceProfilesCommand({}));

    expect(performance.now() - began).toBeGreaterThan(55);
  });
});

describe('counters', () => {
  it('count by call, account and Region, and tell how many were under way at once', async () => {
    const aws = await simulatedAws();
    aws.faults.add({ kind: 'slow', ms: 60 });
    aws.calls.record();
    const regions = ['us-east-1', 'us-east-1', 'us-east-1', 'eu-west-1'];
    await Promise.all(
      regions.map((region) => new BedrockClient(aws.access(region)).send(new ListInferenceProfilesCommand({}))),
    );

    expect(aws.calls.total()).toBe(4);
    expect([...aws.calls.byRegion]).toEqual(
      expect.arrayContaining([
        ['us-east-1', 3],
        ['eu-west-1', 1],
      ]),
    );
    expect(aws.calls.byAccount).toEqual(new Map([['111122223333', 4]]));
    expect(aws.calls.peak()).toEqual({ overall: 4, byPlace: 3 });
    expect(aws.calls.recorded).toHaveLength(4);
    aws.calls.reset();
    expect(aws.calls.total()).toBe(0);
  });
});

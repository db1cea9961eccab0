import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { callersFromTrail } from '../../../adapters/inventory/callers.ts';
import { callersFromLog } from '../../../adapters/inventory/invocation-log.ts';
import { meters } from '../../../adapters/inventory/meters.ts';
import { modelMetrics } from '../../../adapters/inventory/model-metrics.ts';
import { modelQuotas } from '../../../adapters/inventory/model-quotas.ts';
import { resourceTags } from '../../../adapters/inventory/resource-tags.ts';
import { quotaNames } from '../../../domain/quota-name.ts';
import { simulatedPlace } from './simulated-place.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus41 = 'anthropic.claude-opus-4-1-20250805-v1:0';
const [runtime, mantle] = meters as [(typeof meters)[0] & object, (typeof meters)[0] & object];
const atOnce = () => Promise.resolve();

describe('use, as CloudWatch counts it', () => {
  it('is read by day for every id that callers pass, over many pages', async () => {
    const { asking, now, calls } = await simulatedPlace('payments', 'us-east-1');
    const uses = await modelMetrics(asking().clients.cloudWatch, runtime, [], now());
    const fraud = uses.find(({ calledAs }) => calledAs === 'fraudreview1');

    expect(uses.map(({ calledAs }) => calledAs).toSorted()).toEqual(['fraudreview1', `us.${opus41}`]);
    expect(fraud?.days).toHaveLength(31);
    expect(fraud?.days.at(-1)).toMatchObject({ day: '2026-11-20' });
    for (const { calls: count, legacyCalls, inputTokens, peakQuotaTokens } of fraud?.days ?? []) {
      expect(legacyCalls).toBe(count);
      expect(inputTokens).toBe(count * 900);
      expect(peakQuotaTokens).toBeGreaterThan(0);
    }
    expect(calls.byCall.get('cloudwatch:GetMetricData')).toBe(1);
  });

  it('ends on the last day of use', async () => {
    const { asking, now } = await simulatedPlace('payments', 'us-east-1');
    const uses = await modelMetrics(asking().clients.cloudWatch, runtime, [], now());

    expect(uses.find(({ calledAs }) => calledAs === `us.${opus41}`)?.days.at(-1)?.day).toBe('2026-11-09');
  });

  it('is found for a model that CloudWatch no longer lists, when it is asked for', async () => {
    const { asking, now, calls } = await simulatedPlace('payments', 'us-east-1', '2026-12-05');
    const used = async (alsoAsk: string[]) =>
      (await modelMetrics(asking().clients.cloudWatch, runtime, alsoAsk, now())).map(({ calledAs }) => calledAs);
    const others = Array.from({ length: 8 }, (_, index) => `us.other-${index}`);

    expect(await used([])).not.toContain(`us.${opus41}`);
    expect(await used([...others, `us.${opus41}`])).toContain(`us.${opus41}`);
    expect(calls.byCall.get('cloudwatch:GetMetricData')).toBeGreaterThan(2);
  });

  it('over bedrock-mantle is counted apart, and has no quota metric', async () => {
    const { asking, now } = await simulatedPlace('support', 'us-east-1', '2026-12-10');
    const uses = await modelMetrics(asking().clients.cloudWatch, mantle, [], now());

    expect(uses.map(({ calledAs, endpoint }) => [calledAs, endpoint])).toEqual([
      [sonnet45, 'bedrock-mantle'],
      ['anthropic.claude-sonnet-5', 'bedrock-mantle'],
    ]);
    expect(uses[0]?.days[0]).toMatchObject({ legacyCalls: 0, peakQuotaTokens: null });
  });

  it('is unknown when a page of it fails', async () => {
    const { asking, now, faults } = await simulatedPlace('payments', 'us-east-1');
    faults.add({ kind: 'down', call: 'cloudwatch:GetMetricData' });

    await expect(modelMetrics(asking().clients.cloudWatch, runtime, [], now())).rejects.toMatchObject({
      call: 'cloudwatch:GetMetricData',
    });
  });
});

describe('callers', () => {
  it('are taken from the trail: roles for their sessions, users, and streaming calls once', async () => {
    const { asking } = await simulatedPlace('payments', 'eu-central-1');
    const [only, ...more] = await callersFromTrail(asking());

    expect(more).toEqual([]);
    expect(only).toEqual({
      principal: 'arn:aws:iam::111122223333:role/checkout-assistant',
      calledAs: `eu.${sonnet45}`,
      calls: 30,
      lastCalledAt: '2026-11-20T00:00:00Z',
      requestMetadata: {},
    });
  });

  it('are not counted again for the end of a stream, whatever its record says', async () => {
    const { asking, faults } = await simulatedPlace('payments', 'eu-central-1');
    const told = (event: string) => event.replace('"resources":', `"requestParameters":{"modelId":"x"},"resources":`);
    faults.add({
      kind: 'drift',
      call: 'cloudtrail:LookupEvents',
      change: ({ Events, ...rest }) => ({
        ...rest,
        Events: (Events as { CloudTrailEvent: string }[]).map((event) => ({
          ...event,
          CloudTrailEvent: told(event.CloudTrailEvent),
        })),
      }),
    });

    expect((await callersFromTrail(asking())).map(({ calledAs }) => calledAs)).toEqual([`eu.${sonnet45}`]);
  });

  it('may be users, and pass ARNs', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const callers = await callersFromTrail(asking());

    expect(callers.map(({ principal, calledAs }) => [principal, calledAs])).toEqual([
      [
        'arn:aws:iam::111122223333:role/fraud-scoring',
        'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/fraudreview1',
      ],
      ['arn:aws:iam::111122223333:user/dispute-letters', `us.${opus41}`],
    ]);
  });

  it('are counted from the invocation log where it is on, with their metadata', async () => {
    const { asking } = await simulatedPlace('payments', 'eu-central-1', '2026-12-10');
    const callers = (await callersFromLog(asking(), ['team', 'application'], atOnce)) ?? [];

    expect(callers.map(({ principal, calledAs, requestMetadata }) => [principal, calledAs, requestMetadata])).toEqual(
      [`eu.${sonnet45}`, 'eu.anthropic.claude-sonnet-5'].map((calledAs) => [
        'arn:aws:iam::111122223333:role/checkout-assistant',
        calledAs,
        { team: 'payments', application: 'checkout' },
      ]),
    );
    expect(callers[0]?.calls).toBeGreaterThan(50_000);
    expect(callers[0]?.lastCalledAt).toBe('2026-12-10T09:00:00.000Z');
  });

  it('are nobody’s to tell from a log that is off', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');

    expect(await callersFromLog(asking(), [], atOnce)).toBeNull();
  });
});

describe('quotas', () => {
  it('are understood by their names, and those that look alike are kept apart', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const quotas = await modelQuotas(asking(), quotaNames(catalogue));
    const of = (modelId: string) =>
      quotas.filter((one) => one.modelId === modelId).map(({ scope, unit, value }) => [scope, unit, value]);

    expect(of(sonnet45)).toEqual([
      ['crossRegion', 'tokensPerMinute', 400_000],
      ['globalCrossRegion', 'tokensPerMinute', 800_000],
      ['crossRegion', 'requestsPerMinute', 200],
    ]);
    expect(of('anthropic.claude-sonnet-5')).toEqual([
      ['crossRegion', 'tokensPerMinute', 400_000],
      ['globalCrossRegion', 'tokensPerMinute', 800_000],
    ]);
  });
});

describe('tags', () => {
  it('are read for everything in a place, page by page', async () => {
    const { asking, calls } = await simulatedPlace('research', 'us-east-1');
    const tags = await resourceTags(asking());

    expect(tags.size).toBe(8);
    expect(new Set([...tags.values()].map(({ team }) => team))).toEqual(new Set(['research']));
    expect(calls.byCall.get('tag:GetResources')).toBe(4);
  });
});

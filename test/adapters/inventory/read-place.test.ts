import { describe, expect, it } from 'vitest';
import type { PlaceTerms } from '../../../adapters/inventory/read-place.ts';
import { readPlace } from '../../../adapters/inventory/read-place.ts';
import { catalogue } from '../../../catalogue/catalogue.ts';
import type { Dependent } from '../../../domain/dependent.ts';
import { dependentKinds, modelIdsOf } from '../../../domain/dependent.ts';
import { leavingOf } from '../../../domain/leaving.ts';
import { isPresent } from '../../../domain/coverage.ts';
import { quotaNames } from '../../../domain/quota-name.ts';
import type { Fault } from '../../../local/aws/faults.ts';
import { simulatedPlace } from './simulated-place.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const jamba = 'ai21.jamba-1-5-large-v1:0';
const terms: PlaceTerms = {
  leaving: new Set([sonnet45, jamba]),
  log: { allowed: false, metadataKeys: [] },
  quotaNamed: quotaNames(catalogue),
};
const named = (dependents: readonly Dependent[]) => dependents.map(({ kind, name }) => `${kind} ${name}`);

describe('a place, read whole', () => {
  it('has every kind swept, and its dependents resolved, tagged and called', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const { coverage, dependents, usage, quotas, unknown } = await readPlace(asking(), terms);
    const fraud = dependents.find(({ name }) => name === 'fraud-review');

    expect(coverage.failures).toEqual([]);
    expect(Object.keys(coverage.swept).toSorted()).toEqual([...dependentKinds].toSorted());
    expect(unknown).toEqual({ tags: false, callers: false });
    expect(fraud).toMatchObject({ tags: { team: 'payments', application: 'fraud' }, account: '111122223333' });
    expect(fraud?.callers.map(({ principal }) => principal)).toEqual(['arn:aws:iam::111122223333:role/fraud-scoring']);
    expect(usage.find(({ dependentId }) => dependentId === fraud?.id)).toMatchObject({ modelId: sonnet45 });
    expect(quotas.length).toBeGreaterThan(10);
  });

  it('finds every kind there is, in one account or another', async () => {
    const places = [
      ['payments', 'us-east-1'],
      ['payments', 'eu-central-1'],
      ['support', 'us-east-1'],
      ['support', 'eu-west-1'],
      ['research', 'us-east-1'],
    ] as const;
    const read = await Promise.all(
      places.map(async ([name, region]) => {
        const { asking } = await simulatedPlace(name, region, '2026-11-20', { pageSize: 50 });
        return (await readPlace(asking(), terms)).dependents;
      }),
    );

    expect(new Set(read.flat().map(({ kind }) => kind))).toEqual(new Set(dependentKinds));
  });

  it('gives a version the tags of what it is a version of', async () => {
    const { asking } = await simulatedPlace('support', 'us-east-1');
    const { dependents } = await readPlace(asking(), terms);

    expect(dependents.find(({ kind }) => kind === 'agentVersion')?.tags).toEqual({
      team: 'support',
      application: 'helpdesk',
    });
  });

  it('takes calls to an embedding model for embedding', async () => {
    const { asking } = await simulatedPlace('support', 'eu-west-1');
    const { dependents } = await readPlace(asking(), terms);
    const calls = dependents.find(({ kind }) => kind === 'onDemand');

    expect(calls?.uses).toMatchObject([{ purpose: 'embedding', modelIds: ['twelvelabs.marengo-embed-2-7-v1:0'] }]);
    expect(calls && leavingOf(calls, 'twelvelabs.marengo-embed-2-7-v1:0', null)).toEqual([{ kind: 'reEmbed' }]);
  });

  it('lets a migration end as its dependents leave', async () => {
    const { asking, travelTo } = await simulatedPlace('support', 'us-east-1', '2026-11-20', { pageSize: 50 });
    const using = async (modelId: string, today: string) => {
      travelTo(today);
      const { dependents, usage } = await readPlace(asking(), terms);
      const days = usage.filter((use) => use.modelId === modelId).flatMap((use) => use.days.map(({ day }) => day));
      return [named(dependents.filter((one) => modelIdsOf(one).includes(modelId))), days.toSorted().at(-1)];
    };

    expect(await using(jamba, '2026-11-27')).toEqual([[`onDemand ${jamba}`], '2026-11-27']);
    expect(await using(jamba, '2026-12-06')).toEqual([[`onDemand ${jamba}`], '2026-11-28']);
    expect(await using(jamba, '2026-12-30')).toEqual([[], undefined]);
    expect((await using(sonnet45, '2026-12-06'))[0]).toContain('agentVersion helpdesk, version 2');
    expect((await using(sonnet45, '2027-01-25'))[0]).toEqual([]);
  });
});

describe('a place, read in part', () => {
  async function read(fault: Fault | null, maxAttempts = 1) {
    const { asking, faults, calls } = await simulatedPlace('payments', 'us-east-1', '2026-11-20', { maxAttempts });
    const whole = await readPlace(asking(), terms);
    if (fault) faults.add(fault);
    return { whole, part: await readPlace(asking(), terms), calls };
  }

  it('keeps what it read of half a list, and does not count the kind as swept', async () => {
    const { whole, part } = await read({ kind: 'halfPage', call: 'bedrock:ListInferenceProfiles' });

    expect(named(part.dependents)).toContain('applicationInferenceProfile fraud-review');
    expect(part.coverage.swept).not.toHaveProperty('applicationInferenceProfile');
    expect(part.coverage.swept).not.toHaveProperty('onDemand');
    expect(part.coverage.swept).toHaveProperty('prompt');
    expect(part.coverage.failures).toContainEqual({
      account: '111122223333',
      region: 'us-east-1',
      call: 'bedrock:ListInferenceProfiles',
      error: 'ServiceUnavailableException: Service is unable to handle request.',
    });
    for (const dependent of whole.dependents) expect(isPresent(dependent, [part.coverage])).toBe(true);
  });

  it('knows nothing gone where a Region is down', async () => {
    const { whole, part } = await read({ kind: 'down', region: 'us-east-1' });

    expect(part.dependents).toEqual([]);
    expect(part.coverage.swept).toEqual({});
    expect(part.coverage.failures.map(({ call }) => call)).toEqual(
      expect.arrayContaining([
        'bedrock:ListAgents',
        'bedrock:ListCustomModels',
        'cloudwatch:ListMetrics',
        'tag:GetResources',
      ]),
    );
    for (const dependent of whole.dependents) expect(isPresent(dependent, [part.coverage])).toBe(true);
  });

  it('names the call that a role may not make', async () => {
    const { part } = await read({ kind: 'denied', call: 'bedrock-agent:ListPrompts' });

    expect(part.coverage.swept).not.toHaveProperty('prompt');
    expect(part.coverage.swept).toHaveProperty('agent');
    expect(part.coverage.failures).toMatchObject([
      {
        call: 'bedrock:ListPrompts',
        error: expect.stringMatching(/^AccessDeniedException: .*bedrock:ListPrompts/) as string,
      },
    ]);
  });

  it.each`
    call                         | unknown
    ${'tag:GetResources'}        | ${{ tags: true, callers: false }}
    ${'cloudtrail:LookupEvents'} | ${{ tags: false, callers: true }}
  `('says what is unknown when $call fails', async ({ call, unknown }: { call: string; unknown: object }) => {
    const { part } = await read({ kind: 'denied', call });

    expect(part.unknown).toEqual(unknown);
    expect(part.coverage.failures.map((failure) => failure.call)).toEqual([call]);
    expect(Object.keys(part.coverage.swept)).toHaveLength(dependentKinds.length);
  });

  it('does not know use on demand where metrics fail, and all else', async () => {
    const { part } = await read({ kind: 'down', call: 'cloudwatch:GetMetricData' });

    expect(part.usage).toEqual([]);
    expect(part.coverage.swept).not.toHaveProperty('onDemand');
    expect(Object.keys(part.coverage.swept)).toHaveLength(dependentKinds.length - 1);
  });

  it('waits out throttling, and then knows all', async () => {
    const { whole, part, calls } = await read({ kind: 'throttled', times: 3 }, 4);

    expect(part.coverage.failures).toEqual([]);
    expect(named(part.dependents)).toEqual(named(whole.dependents));
    expect(calls.total()).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { inventoryStore } from '../../adapters/inventory-store.ts';
import type { PlaceReading } from '../../adapters/inventory/read-place.ts';
import type { Dependent } from '../../domain/dependent.ts';
import type { ModelUsage, UsageDay } from '../../domain/model-usage.ts';
import { sonnet45, sonnet5 } from '../builders/situation.ts';
import { aTable } from './local-table.ts';

const place = { account: '111122223333', region: 'us-east-1' };
const first = '2026-11-19T06:00:00.000Z';
const second = '2026-11-20T06:00:00.000Z';

function aDependent(overrides: Partial<Dependent> = {}): Dependent {
  return {
    kind: 'agent',
    id: 'arn:aws:bedrock:us-east-1:111122223333:agent/HELPDESK01',
    name: 'helpdesk',
    ...place,
    uses: [{ reference: sonnet45, modelIds: [sonnet45], through: [], purpose: 'inference' }],
    tags: { team: 'support' },
    callers: [],
    pinnedBy: [],
    committedUntil: null,
    seenAt: first,
    ...overrides,
  };
}

function aDay(day: string, calls: number): UsageDay {
  return { day, calls, inputTokens: calls * 10, outputTokens: calls, legacyCalls: 0, peakQuotaTokens: null };
}

function someUse(...days: UsageDay[]): ModelUsage {
  return { modelId: sonnet45, dependentId: 'x', ...place, calledAs: sonnet45, endpoint: 'bedrock-runtime', days };
}

function aReading(parts: Partial<PlaceReading> = {}): PlaceReading {
  return {
    dependents: [],
    usage: [],
    quotas: [],
    unknown: { tags: false, callers: false },
    coverage: { ...place, attemptedAt: first, swept: { agent: first }, failures: [] },
    ...parts,
  };
}

describe('what a sweep saw', () => {
  it('is found by each model that a dependent rests on', async () => {
    const store = inventoryStore(await aTable());
    const both = aDependent({
      uses: [
        { reference: sonnet45, modelIds: [sonnet45], through: [], purpose: 'inference' },
        { reference: sonnet5, modelIds: [sonnet5], through: [], purpose: 'fallback' },
      ],
    });
    const none = aDependent({ kind: 'importedModel', id: 'arn:imported', uses: [] });
    await store.putReading(aReading({ dependents: [both, none] }));

    expect((await store.inventory(sonnet45)).dependents).toEqual([both]);
    expect((await store.inventory(sonnet5)).dependents).toEqual([both]);
    expect(await store.unresolved()).toEqual([none]);
  });

  it('replaces what was seen before, and removes nothing that was not seen', async () => {
    const store = inventoryStore(await aTable());
    const other = aDependent({ id: 'arn:other', name: 'other' });
    await store.putReading(aReading({ dependents: [aDependent(), other] }));
    await store.putReading(aReading({ dependents: [aDependent({ name: 'renamed', seenAt: second })] }));

    const names = (await store.inventory(sonnet45)).dependents.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['other', 'renamed']);
  });

  it('keeps the tags and callers it knew where they could not be read', async () => {
    const store = inventoryStore(await aTable());
    const caller = {
      principal: 'arn:aws:iam::111122223333:role/a',
      calls: 1,
      lastCalledAt: first,
      requestMetadata: {},
    };
    await store.putReading(aReading({ dependents: [aDependent({ callers: [caller] })] }));
    const bare = aDependent({ tags: {}, callers: [], seenAt: second });

    await store.putReading(aReading({ dependents: [bare], unknown: { tags: true, callers: true } }));
    expect((await store.inventory(sonnet45)).dependents).toEqual([
      { ...bare, tags: { team: 'support' }, callers: [caller] },
    ]);

    await store.putReading(aReading({ dependents: [bare] }));
    expect((await store.inventory(sonnet45)).dependents).toEqual([bare]);
  });

  it('counts no day of use twice, and forgets none that the next sweep does not ask for', async () => {
    const store = inventoryStore(await aTable());
    await store.putReading(
      aReading({ usage: [someUse(aDay('2026-10-01', 5), aDay('2026-11-18', 7), aDay('2026-11-19', 3))] }),
    );
    await store.putReading(aReading({ usage: [someUse(aDay('2026-11-19', 9), aDay('2026-11-20', 1))] }));

    const [usage] = (await store.inventory(sonnet45)).usage;
    expect(usage?.days.map(({ day, calls }) => [day, calls])).toEqual([
      ['2026-10-01', 5],
      ['2026-11-18', 7],
      ['2026-11-19', 9],
      ['2026-11-20', 1],
    ]);
  });

  it('keeps ways of calling one model apart', async () => {
    const store = inventoryStore(await aTable());
    const mantle = { ...someUse(aDay('2026-11-19', 1)), endpoint: 'bedrock-mantle' as const };
    await store.putReading(aReading({ usage: [someUse(aDay('2026-11-19', 2)), mantle] }));

    expect((await store.inventory(sonnet45)).usage).toHaveLength(2);
  });
});

describe('how much of a place was seen', () => {
  it('keeps when a kind was read whole, where it was not this time', async () => {
    const store = inventoryStore(await aTable());
    const failures = [{ ...place, call: 'bedrock-agent:ListAgents', error: 'ThrottlingException: slow down' }];
    await store.putReading(
      aReading({ coverage: { ...place, attemptedAt: first, swept: { agent: first, flow: first }, failures: [] } }),
    );
    await store.putReading(
      aReading({ coverage: { ...place, attemptedAt: second, swept: { flow: second }, failures } }),
    );

    expect(await store.coverage(place.account)).toEqual([
      { ...place, attemptedAt: second, swept: { agent: first, flow: second }, failures },
    ]);
  });

  it('is told of one account, or of all', async () => {
    const store = inventoryStore(await aTable());
    for (const account of ['111122223333', '444455556666'])
      await store.putReading(
        aReading({ coverage: { account, region: 'us-east-1', attemptedAt: first, swept: {}, failures: [] } }),
      );

    expect(await store.coverage('444455556666')).toHaveLength(1);
    expect(await store.coverage()).toHaveLength(2);
  });
});

describe('what a Region listed', () => {
  it('is empty before the first time, and written only over what was read', async () => {
    const store = inventoryStore(await aTable());
    const empty = await store.listing('us-east-1');
    const said = {
      ...empty,
      models: { [sonnet45]: { status: 'LEGACY', legacy: '2026-10-08', extendedAccess: null, endOfLife: null } },
    };

    expect(empty).toEqual({ region: 'us-east-1', models: {}, version: 0 });
    expect(await store.putListing(said)).toBe(true);
    expect(await store.putListing(said)).toBe(false);
    expect(await store.listings()).toEqual([{ ...said, version: 1 }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../domain/coverage.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import { reading } from '../../domain/reading.ts';
import { aCoverage } from '../builders/dependent.ts';
import { utc } from '../builders/situation.ts';

const now = utc('2026-11-20T09:00:00Z');
const account = '111122223333';
const here = { account, region: 'us-east-1' };
const there = { account, region: 'eu-west-1' };
const failure = { ...here, call: 'bedrock:ListPrompts', error: 'AccessDeniedException: no' };
const whyUnknown = (...coverage: Coverage[]) => reading([here], coverage, now).unknown.map(({ why }) => why);

describe('what is known of a place', () => {
  it.each`
    coverage                                                                                | why              | because
    ${[aCoverage()]}                                                                        | ${[]}            | ${'every kind was read whole this morning'}
    ${[]}                                                                                   | ${['neverRead']} | ${'no sweep was there'}
    ${[aCoverage(there)]}                                                                   | ${['neverRead']} | ${'another Region tells nothing of this one'}
    ${[aCoverage({ swept: {} })]}                                                           | ${['neverRead']} | ${'a sweep was there and read nothing whole'}
    ${[aCoverage({ at: '2026-11-18T09:00:00.000Z' })]}                                      | ${[]}            | ${'two days ago is recent'}
    ${[aCoverage({ at: '2026-11-18T08:59:59.000Z' })]}                                      | ${['stale']}     | ${'longer ago is not'}
    ${[aCoverage({ failures: [failure] })]}                                                 | ${['failed']}    | ${'a call failed at the last attempt, whatever was read before'}
    ${[aCoverage({ failures: [{ ...failure, call: 'cloudtrail:LookupEvents' }] })]}         | ${['failed']}    | ${'who calls decides whose a thing is'}
    ${[aCoverage({ failures: [{ ...failure, call: 'servicequotas:ListServiceQuotas' }] })]} | ${[]}            | ${'quotas tell nothing of who uses a model'}
  `('$why: $because', ({ coverage, why }: { coverage: Coverage[]; why: string[] }) => {
    expect(whyUnknown(...coverage)).toEqual(why);
  });

  it.each(dependentKinds)('is not whole while one kind was never read: %s', (kind) => {
    const swept = Object.fromEntries(Object.entries(aCoverage().swept).filter(([name]) => name !== kind));

    expect(whyUnknown(aCoverage({ swept }))).toEqual(['stale']);
  });
});

describe('all Regions of an account', () => {
  const everywhere = { account, region: 'all' };

  it('are those the sweep has tried', () => {
    const { places, unknown } = reading(
      [everywhere],
      [aCoverage(), aCoverage({ ...there, swept: {} }), aCoverage({ account: '444455556666' })],
      now,
    );

    expect(places).toEqual([there, here]);
    expect(unknown).toEqual([{ ...there, why: 'neverRead', failures: [] }]);
  });

  it('are not known where it tried none', () => {
    expect(reading([everywhere], [], now)).toMatchObject({
      unknown: [{ ...everywhere, why: 'neverRead' }],
      tried: false,
      wholeAt: null,
    });
  });
});

describe('how far it is known', () => {
  it('is as far as the kind that was read longest ago, and use to the day before', () => {
    const { wholeAt, usedThrough, tried } = reading(
      [here, there],
      [aCoverage({ at: '2026-11-20T05:00:00.000Z' }), aCoverage({ ...there, at: '2026-11-19T23:00:00.000Z' })],
      now,
    );

    expect([wholeAt, usedThrough, tried]).toEqual(['2026-11-19T23:00:00.000Z', '2026-11-18', true]);
  });

  it('is not at all with no place to read', () => {
    expect(reading([], [aCoverage()], now)).toMatchObject({ wholeAt: null, usedThrough: null });
  });
});

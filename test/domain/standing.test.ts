import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../domain/coverage.ts';
import type { Dependent } from '../../domain/dependent.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import type { Migration } from '../../domain/migration.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import { toldAfter } from '../../domain/told.ts';
import { aCoverage, aDependent, aProfile, aUsage, usageDays } from '../builders/dependent.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation } from '../builders/situation.ts';

const affected = [{ account: '111122223333', region: 'us-east-1' }];
const told = toldAfter(aSituation(), [], [], '');
const done = { status: 'done', statusSince: '2026-11-10', told: { ...told, status: 'done' } } as const;
/** Ten days in a row, the last of them eight complete days before today. */
const over = aUsage(
  usageDays(
    '2026-11-02',
    Array.from({ length: 10 }, () => 100),
  ),
);

interface Seen {
  readonly dependents?: Dependent[];
  readonly usage?: ModelUsage[];
  readonly coverage?: Coverage[];
  readonly migration?: Partial<Migration>;
  readonly policy?: NonNullable<SituationParts['policy']>;
  readonly now?: string;
}

function standing({ dependents = [], usage = [over], coverage = [aCoverage()], migration, ...rest }: Seen) {
  return aSituation({
    ...rest,
    migration: { affected, told, ...migration },
    inventory: { dependents, usage, coverage },
  });
}
const status = (seen: Seen) => standing(seen).migration.status;

describe('a migration is done', () => {
  it('when nothing called the model for the quiet days, nothing is left, and every place was read', () => {
    expect(standing({}).migration).toMatchObject({ status: 'done', statusSince: '2026-11-20' });
  });

  it('when only use on demand is left that has been quiet', () => {
    expect(status({ dependents: [aDependent()] })).toBe('done');
  });

  it('though versions that no alias points at are left, and imported models', () => {
    const idle = [aDependent({ kind: 'agentVersion', id: 'v1' }), aDependent({ kind: 'importedModel', id: 'i' })];

    expect(status({ dependents: idle })).toBe('done');
  });

  it.each`
    seen                                                                                                                                    | why
    ${{ usage: [aUsage(usageDays('2026-11-13', [1]))] }}                                                                                    | ${'the last call is six full days ago'}
    ${{ usage: [aUsage(usageDays('2026-11-20', [1]))] }}                                                                                    | ${'a call today'}
    ${{ policy: { quietDays: 9 } }}                                                                                                         | ${'the policy asks for more quiet days'}
    ${{ dependents: [aProfile()] }}                                                                                                         | ${'a profile is left, though nobody calls it'}
    ${{ dependents: [aDependent({ kind: 'agentVersion', id: 'v1', pinnedBy: ['live'] })] }}                                                 | ${'an alias still points at a version'}
    ${{ coverage: [] }}                                                                                                                     | ${'no sweep was ever there'}
    ${{ coverage: [aCoverage({ region: 'eu-west-1' })] }}                                                                                   | ${'another Region was read'}
    ${{ coverage: [aCoverage({ at: '2026-11-18T05:00:00.000Z' })] }}                                                                        | ${'the place was not read for two days'}
    ${{ coverage: [aCoverage({ failures: [{ account: '111122223333', region: 'us-east-1', call: 'bedrock:ListPrompts', error: 'x' }] })] }} | ${'a call failed there'}
    ${{ migration: { told: null } }}                                                                                                        | ${'nobody was told that it is open'}
    ${{ migration: { openedOn: '2026-11-20' } }}                                                                                            | ${'nothing was read since it was opened'}
    ${{ migration: { affected: [...affected, { account: '444455556666', region: 'us-east-1' }] } }}                                         | ${'an affected account was never read'}
    ${{ migration: { affected: [{ account: '444455556666', region: 'all' }] } }}                                                            | ${'in all Regions of an account of which none was read'}
    ${{ migration: { statusSince: '2026-11-15' } }}                                                                                         | ${'it was opened again less than the quiet days ago'}
  `('not while $why', ({ seen }: { seen: Seen }) => {
    expect(status(seen)).toBe('open');
  });
});

describe('a migration that was done', () => {
  it('stays done', () => {
    expect(standing({ migration: done, usage: [aUsage(usageDays('2026-11-02', [100]))] }).migration).toMatchObject({
      status: 'done',
      statusSince: '2026-11-10',
    });
  });

  it.each`
    seen                                                                                                          | why
    ${{ coverage: [] }}                                                                                           | ${'nothing is known any more'}
    ${{ coverage: [aCoverage({ at: '2026-11-12T05:00:00.000Z' })] }}                                              | ${'the place is not read any more'}
    ${{ usage: [aUsage(usageDays('2026-11-02', [100]))] }}                                                        | ${'the last call was before it was done'}
    ${{ dependents: [aDependent({ kind: 'agentVersion', id: 'v1' })] }}                                           | ${'a version is there that nobody points at'}
    ${{ policy: { quietDays: 30 } }}                                                                              | ${'the policy asks for more now'}
    ${{ migration: { ...done, notices: [notice('2026-11-15T07:00:00.000Z')] } }}                                  | ${'AWS wrote of use that is known, a few days old'}
    ${{ usage: [], migration: { ...done, notices: [{ ...notice('2026-11-15T07:00:00.000Z'), closed: true }] } }}  | ${'AWS closed its event'}
    ${{ usage: [], migration: { ...done, notices: [{ ...notice('2026-11-15T07:00:00.000Z'), source: 'api' }] } }} | ${'the API gave a date, which is no use'}
    ${{ usage: [], migration: { ...done, notices: [notice('2026-11-09T07:00:00.000Z')] } }}                       | ${'the notice came before it was done'}
  `('stays done though $why', ({ seen }: { seen: Seen }) => {
    const usage = seen.usage ?? [aUsage(usageDays('2026-11-02', [100]))];

    expect(standing({ migration: done, ...seen, usage })).toMatchObject({
      migration: { status: 'done' },
      returned: null,
    });
  });

  it.each`
    seen                                                                                    | returned
    ${{ usage: [aUsage(usageDays('2026-11-18', [7]))] }}                                    | ${{ kind: 'used', lastUsedOn: '2026-11-18', calls: 7 }}
    ${{ usage: [aUsage(usageDays('2026-11-02', [100]))], dependents: [aProfile()] }}        | ${{ kind: 'dependents', count: 1 }}
    ${{ usage: [], migration: { ...done, notices: [notice('2026-11-15T07:00:00.000Z')] } }} | ${{ kind: 'noticed', asOf: '2026-11-15' }}
  `('opens again: $returned.kind', ({ seen, returned }: { seen: Seen; returned: unknown }) => {
    expect(standing({ migration: done, ...seen })).toMatchObject({
      migration: { status: 'open', statusSince: '2026-11-20' },
      returned,
    });
  });
});

describe('whatever was seen', () => {
  const place = fc.record({
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    at: fc.constantFrom('2026-11-20T05:00:00.000Z', '2026-11-19T05:00:00.000Z', '2026-11-10T05:00:00.000Z'),
    failed: fc.boolean(),
    missing: fc.option(fc.constantFrom(...dependentKinds)),
  });
  const seen = fc.record({
    places: fc.uniqueArray(place, { selector: ({ region }) => region, maxLength: 2 }),
    calls: fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
    left: fc.subarray([...dependentKinds]),
    wasDone: fc.boolean(),
  });
  type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never;
  const coverageOf = ({ region, at, failed, missing }: Place) =>
    aCoverage({
      region,
      swept: Object.fromEntries(dependentKinds.filter((kind) => kind !== missing).map((kind) => [kind, at])),
      failures: failed ? [{ account: '111122223333', region, call: 'bedrock:ListFlows', error: 'x' }] : [],
    });

  it('an open migration is never closed while anything is unknown, in use or left; a done one never opens for the unknown', () => {
    fc.assert(
      fc.property(seen, ({ places, calls, left, wasDone }) => {
        const both = ['us-east-1', 'eu-west-1'].map((region) => ({ account: '111122223333', region }));
        const dependents = left.map((kind) => aDependent({ kind, id: kind, pinnedBy: ['live'] }));
        const situation = standing({
          dependents,
          usage: [aUsage(usageDays('2026-10-22', calls))],
          coverage: places.map(coverageOf),
          migration: { affected: both, ...(wasDone && { ...done }) },
        });

        const whole = both.every(({ region }) =>
          places.some((one) => one.region === region && !one.failed && one.missing === null && one.at > '2026-11-19'),
        );
        const quiet = calls.slice(-8).every((count) => count === 0);
        const clear = left.every((kind) => kind === 'onDemand' || kind === 'importedModel');
        if (!wasDone && situation.migration.status === 'done')
          expect([whole, quiet, clear]).toEqual([true, true, true]);
        if (wasDone && situation.migration.status === 'open')
          expect(!quiet || !clear || calls.slice(-12).some((count) => count > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function notice(asOf: string) {
  return { reference: 'arn:aws:health:1', asOf, closed: false };
}

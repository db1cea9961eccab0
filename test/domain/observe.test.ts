import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affected } from '../../domain/migration.ts';
import type { Notice } from '../../domain/notice.ts';
import { gather, newMigration, withdrawalsOf, wordsOf } from '../../domain/observe.ts';
import { aNotice } from '../builders/notice.ts';
import { sonnet45 } from '../builders/situation.ts';

const fresh = newMigration(sonnet45, 'payments', '2026-10-08');
const here: readonly Affected[] = [{ account: '111122223333', region: 'us-east-1' }];

describe('what a notice adds to what is known', () => {
  it('a word for each date and Region it names, and none for what it does not say', () => {
    const notice = aNotice({
      regions: ['us-east-1', 'eu-west-1'],
      dates: { legacy: null, extendedAccess: null, endOfLife: '2027-04-08', noSoonerThan: '2027-01-01' },
    });

    expect(wordsOf(notice).map(({ region, name, value }) => `${region} ${name} ${value}`)).toEqual([
      'us-east-1 endOfLife 2027-04-08',
      'us-east-1 noSoonerThan 2027-01-01',
      'eu-west-1 endOfLife 2027-04-08',
      'eu-west-1 noSoonerThan 2027-01-01',
    ]);
  });

  it.each`
    withdrawn | said                                      | why
    ${true}   | ${['us-east-1 true', 'eu-west-1 true']}   | ${'taken away'}
    ${false}  | ${['us-east-1 false', 'eu-west-1 false']} | ${'given back'}
    ${null}   | ${[]}                                     | ${'neither'}
  `('withdrawals: $why', ({ withdrawn, said }: { withdrawn: boolean | null; said: string[] }) => {
    const withdrawals = withdrawalsOf(aNotice({ withdrawn, regions: ['us-east-1', 'eu-west-1'] }));

    expect(withdrawals.map((one) => `${one.region} ${one.withdrawn}`)).toEqual(said);
  });
});

describe('gathering', () => {
  it('all Regions of an account stand for each of them, whichever came first', () => {
    const everywhere = [{ account: '111122223333', region: 'all' }];

    expect(gather(gather(fresh, aNotice(), here), aNotice(), everywhere).affected).toEqual(everywhere);
    expect(gather(gather(fresh, aNotice(), everywhere), aNotice(), here).affected).toEqual(everywhere);
  });

  it('the newest notice’s replacements come first, in its own order', () => {
    const older = aNotice({ replacements: ['a.model-1', 'b.model-1'], asOf: '2026-10-08T00:00:00.000Z' });
    const newer = aNotice({ replacements: ['c.model-1', 'a.model-1'], asOf: '2026-11-08T00:00:00.000Z' });

    expect(gather(gather(fresh, newer, here), older, here).named).toEqual(['c.model-1', 'a.model-1', 'b.model-1']);
  });

  it('two notices of one instant do not take turns at each delivery', () => {
    const one = aNotice({ replacements: ['a.model-1'], reference: 'one' });
    const other = aNotice({ replacements: ['b.model-1'], reference: 'other' });
    const both = gather(gather(fresh, one, here), other, here);

    expect(gather(both, one, here)).toEqual(both);
    expect(gather(gather(both, one, here), other, here)).toEqual(both);
  });
});

describe('for any notices', () => {
  const notice: fc.Arbitrary<readonly [Notice, readonly Affected[]]> = fc.tuple(
    fc
      .record({
        asOf: fc.constantFrom('2026-10-08T00:00:00.000Z', '2026-10-09T00:00:00.000Z', '2026-10-10T00:00:00.000Z'),
        reference: fc.constantFrom('one', 'two'),
        closed: fc.boolean(),
        replacements: fc.uniqueArray(fc.constantFrom('a.model-1', 'b.model-1', 'c.model-1')),
        replacementNames: fc.uniqueArray(fc.constantFrom('Prose', 'Verse')),
        prices: fc.array(
          fc.record({
            input: fc.constantFrom(1, 2),
            output: fc.constant(null),
            effective: fc.constantFrom(null, '2026-12-01'),
          }),
          { maxLength: 2 },
        ),
      })
      .map(aNotice),
    fc.array(
      fc.record({
        account: fc.constantFrom('111122223333', '444455556666'),
        region: fc.constantFrom('all', 'us-east-1', 'eu-west-1'),
      }),
      { maxLength: 3 },
    ),
  );
  const gathered = (all: readonly (readonly [Notice, readonly Affected[]])[]) =>
    all.reduce((migration, [one, affected]) => gather(migration, one, affected), fresh);

  it('gathering in another order gives the same migration', () => {
    const orders = fc
      .array(notice, { maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(gathered(shuffled)).toEqual(gathered(all));
      }),
    );
  });

  it('gathering the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(notice, { minLength: 1, maxLength: 6 }), fc.nat(), (all, pick) => {
        const again = all[pick % all.length];

        expect(gathered(again ? [...all, again] : all)).toEqual(gathered(all));
      }),
    );
  });
});

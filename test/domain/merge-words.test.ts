import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateNames } from '../../domain/lifecycle.ts';
import type { DateName, Source, Withdrawal, Word } from '../../domain/lifecycle.ts';
import { isNewer, mergeWords } from '../../domain/merge-words.ts';
import { aWithdrawal, aWord, saidByHealth, sonnet45 } from '../builders/situation.ts';

const merged = (
  words: readonly Word[],
  regions: readonly string[] = ['us-east-1'],
  withdrawals: readonly Withdrawal[] = [],
) => mergeWords({ modelId: sonnet45, regime: 'before-2026-09-07', words, withdrawals }, regions);

describe('of one source', () => {
  const early = '2026-10-08T00:00:00.000Z';
  const late = '2026-11-01T00:00:00.000Z';

  it.each`
    words                                                                                                                                                           | endOfLife       | why
    ${[saidByHealth('endOfLife', '2027-04-08', { asOf: early }), saidByHealth('endOfLife', '2027-06-08', { asOf: late })]}                                          | ${'2027-06-08'} | ${'the newest word wins, also to a later date'}
    ${[saidByHealth('endOfLife', '2027-04-08', { asOf: early }), saidByHealth('endOfLife', '2027-02-08', { asOf: late })]}                                          | ${'2027-02-08'} | ${'and to an earlier one'}
    ${[saidByHealth('endOfLife', '2027-04-08', { asOf: early, confirmedAt: '2026-11-02T00:00:00.000Z' }), saidByHealth('endOfLife', '2027-06-08', { asOf: late })]} | ${'2027-04-08'} | ${'a reminder says its date again, later than the other'}
    ${[saidByHealth('endOfLife', '2027-04-08', { sentAt: early }), saidByHealth('endOfLife', '2027-06-08', { sentAt: late })]}                                      | ${'2027-06-08'} | ${'said at the same time: the one sent later'}
    ${[saidByHealth('endOfLife', '2027-06-08'), saidByHealth('endOfLife', '2027-04-08')]}                                                                           | ${'2027-04-08'} | ${'nothing tells them apart: the earlier date, whatever came first'}
    ${[saidByHealth('endOfLife', '2027-04-08', { asOf: early }), saidByHealth('endOfLife', '2027-06-08', { asOf: late, region: 'us-east-1' })]}                     | ${'2027-06-08'} | ${'a newer word about this Region replaces the one about all'}
    ${[saidByHealth('endOfLife', '2027-04-08', { asOf: late }), saidByHealth('endOfLife', '2027-06-08', { asOf: early, region: 'us-east-1' })]}                     | ${'2027-04-08'} | ${'a newer word about all Regions replaces the one about this'}
    ${[saidByHealth('endOfLife', '2027-04-08', { region: 'eu-west-1' })]}                                                                                           | ${null}         | ${'a word about another Region says nothing here'}
  `('$why', ({ words, endOfLife }: { words: readonly Word[]; endOfLife: string | null }) => {
    for (const order of [words, words.toReversed()]) {
      const lifecycle = merged(order);

      expect(lifecycle.dates.endOfLife).toBe(endOfLife);
      expect(lifecycle.disagreements).toEqual([]);
    }
  });
});

it('of two words that differ only in where they can be read, the same one is shown whatever came first', () => {
  const [one, other] = ['one', 'other'].map((reference) => saidByHealth('endOfLife', '2027-04-08', { reference }));
  if (!one || !other) throw new Error('two words');

  expect(merged([one, other]).sources).toEqual(merged([other, one]).sources);
});

describe('between sources', () => {
  const health = saidByHealth('endOfLife', '2027-06-08');
  const page = aWord('endOfLife', '2027-04-08');

  it('the earliest binds and the disagreement is kept, the binding word first', () => {
    const lifecycle = merged([health, page]);

    expect(lifecycle.dates.endOfLife).toBe('2027-04-08');
    expect(lifecycle.sources).toEqual([page]);
    expect(lifecycle.disagreements).toEqual([{ name: 'endOfLife', words: [page, health] }]);
  });

  it('a newer word of one does not outweigh an earlier date of another', () => {
    const lifecycle = merged([{ ...health, asOf: '2027-03-01T00:00:00.000Z' }, page]);

    expect(lifecycle.dates.endOfLife).toBe('2027-04-08');
  });

  it('sources that agree do not disagree', () => {
    expect(merged([page, { ...health, value: page.value }]).disagreements).toEqual([]);
  });
});

describe('over Regions', () => {
  const west = aWord('endOfLife', '2027-04-08', { region: 'us-west-2' });
  const east = aWord('endOfLife', '2027-06-08', { region: 'us-east-1' });

  it.each`
    regions                       | endOfLife       | disagreements | why
    ${['us-west-2']}              | ${'2027-04-08'} | ${0}          | ${'a Region has its own date'}
    ${['us-east-1']}              | ${'2027-06-08'} | ${0}          | ${'another has another'}
    ${['us-east-1', 'us-west-2']} | ${'2027-04-08'} | ${1}          | ${'over both the earlier binds'}
    ${['all']}                    | ${'2027-04-08'} | ${1}          | ${'all Regions are each of them'}
    ${['eu-west-1']}              | ${null}         | ${0}          | ${'a Region nobody mentions has no dates'}
    ${[]}                         | ${null}         | ${0}          | ${'no Region has none'}
  `(
    '$regions: $why',
    ({ regions, endOfLife, disagreements }: { regions: string[]; endOfLife: string | null; disagreements: number }) => {
      const lifecycle = merged([west, east], regions);

      expect(lifecycle.dates.endOfLife).toBe(endOfLife);
      expect(lifecycle.disagreements).toHaveLength(disagreements);
    },
  );

  it('a word about all Regions is one about each, also about those nobody names', () => {
    expect(merged([aWord('endOfLife', '2027-04-08')], ['ap-southeast-7']).dates.endOfLife).toBe('2027-04-08');
  });

  it('an older word about all Regions still binds those that have none of their own', () => {
    const newer = saidByHealth('endOfLife', '2027-06-08', { region: 'us-east-1', asOf: '2026-12-01T00:00:00.000Z' });

    const lifecycle = merged([saidByHealth('endOfLife', '2027-04-08'), newer], ['us-east-1', 'eu-west-1']);

    expect(lifecycle.dates.endOfLife).toBe('2027-04-08');
    expect(lifecycle.disagreements).toHaveLength(1);
  });

  it('a floor is kept apart from the end', () => {
    expect(merged([aWord('noSoonerThan', '2027-04-08')]).dates).toMatchObject({
      noSoonerThan: '2027-04-08',
      endOfLife: null,
    });
  });
});

describe('withdrawals', () => {
  const gone = aWithdrawal({ asOf: '2026-06-13T12:25:00.000Z' });
  const back = aWithdrawal({ asOf: '2026-06-20T00:00:00.000Z', withdrawn: false });

  it.each`
    withdrawals                                                    | regions          | stands   | why
    ${[gone]}                                                      | ${['us-east-1']} | ${true}  | ${'taken away everywhere'}
    ${[gone, back]}                                                | ${['us-east-1']} | ${false} | ${'given back everywhere'}
    ${[back, gone]}                                                | ${['us-east-1']} | ${false} | ${'in whatever order they come'}
    ${[{ ...gone, region: 'eu-west-1' }]}                          | ${['us-east-1']} | ${false} | ${'taken away elsewhere'}
    ${[{ ...gone, region: 'eu-west-1' }]}                          | ${['all']}       | ${true}  | ${'somewhere, where every Region is asked for'}
    ${[gone, { ...back, region: 'us-east-1' }]}                    | ${['us-east-1']} | ${false} | ${'given back here only'}
    ${[gone, { ...back, region: 'us-east-1' }]}                    | ${['eu-west-1']} | ${true}  | ${'given back elsewhere only'}
    ${[{ ...gone, region: 'us-east-1' }, back]}                    | ${['us-east-1']} | ${false} | ${'given back everywhere, so here too'}
    ${[gone, back, { ...gone, asOf: '2026-07-01T00:00:00.000Z' }]} | ${['us-east-1']} | ${true}  | ${'taken away once more'}
    ${[{ ...back, asOf: '2026-06-01T00:00:00.000Z' }, gone]}       | ${['us-east-1']} | ${true}  | ${'an earlier return lifts nothing'}
  `('$why', ({ withdrawals, regions, stands }: { withdrawals: Withdrawal[]; regions: string[]; stands: boolean }) => {
    expect(merged([], regions, withdrawals).withdrawal !== null).toBe(stands);
  });
});

const instant = fc.integer({ min: 0, max: 2 }).map((day) => `2026-10-0${day + 1}T00:00:00.000Z`);
const word: fc.Arbitrary<Word> = fc
  .record({
    name: fc.constantFrom<DateName>('legacy', 'endOfLife'),
    value: fc.constantFrom('2027-01-08', '2027-04-08'),
    source: fc.constantFrom<Source>('health', 'catalogue'),
    region: fc.constantFrom('all', 'us-east-1', 'eu-west-1'),
    asOf: instant,
    confirmed: fc.option(instant),
    reference: fc.constantFrom('a', 'b'),
  })
  .map(({ name, value, confirmed, ...rest }) =>
    aWord(name, value, { ...rest, ...(confirmed && { confirmedAt: confirmed }) }),
  );
const withdrawal = fc
  .record({
    region: fc.constantFrom('all', 'us-east-1', 'eu-west-1'),
    asOf: instant,
    withdrawn: fc.boolean(),
    reference: fc.constantFrom('a', 'b'),
  })
  .map(aWithdrawal);
const regions = fc.constantFrom(['us-east-1'], ['us-east-1', 'eu-west-1'], ['all'], ['ap-south-1']);

describe('for any words', () => {
  it('the order in which they come does not matter', () => {
    const shuffles = fc
      .array(word, { maxLength: 12 })
      .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
    const lifts = fc
      .array(withdrawal, { maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

    fc.assert(
      fc.property(shuffles, lifts, regions, ([words, shuffled], [gone, goneShuffled], asked) => {
        expect(merged(shuffled, asked, goneShuffled)).toEqual(merged(words, asked, gone));
      }),
    );
  });

  it('every date that is known has the word that says it, and binds no later than any other source’s newest', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), regions, (words, asked) => {
        const { dates, sources, disagreements } = merged(words, asked);

        for (const name of dateNames) {
          expect(sources.find((source) => source.name === name)?.value ?? null).toBe(dates[name]);
          for (const disagreement of disagreements.filter((one) => one.name === name))
            expect(disagreement.words.every(({ value }) => value >= (dates[name] ?? ''))).toBe(true);
        }
        expect(words).toEqual(expect.arrayContaining([...sources]));
      }),
    );
  });

  it('a date of all Regions is the earliest of the dates of each', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const each = ['us-east-1', 'eu-west-1', 'ap-south-1'].map((region) => merged(words, [region]).dates.endOfLife);

        expect(merged(words, ['all']).dates.endOfLife).toBe(each.filter((date) => date !== null).toSorted()[0] ?? null);
      }),
    );
  });

  it('of two different words at most one is the newer', () => {
    fc.assert(fc.property(word, word, (a, b) => !(isNewer(a, b) && isNewer(b, a))));
  });
});

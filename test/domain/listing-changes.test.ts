import { describe, expect, it } from 'vitest';
import type { RememberedListing } from '../../domain/listing-changes.ts';
import { newInListing, remembered, togetherByModel, unexplainedAbsences } from '../../domain/listing-changes.ts';
import { active, aListedModel } from '../builders/listed-model.ts';
import { sonnet45, sonnet5 } from '../builders/situation.ts';

const state = { status: 'LEGACY', legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' };

function listing(models: RememberedListing['models'] = {}): RememberedListing {
  return { region: 'us-east-1', models, version: 1 };
}

describe('what a list says anew', () => {
  it.each`
    before                                     | now                                       | told     | why
    ${{}}                                      | ${{}}                                     | ${true}  | ${'a model first seen as Legacy'}
    ${{}}                                      | ${active}                                 | ${false} | ${'a model that is new and Active is nothing to leave'}
    ${{}}                                      | ${{ ...active, endOfLife: '2027-12-01' }} | ${true}  | ${'an end was set while it is Active'}
    ${{ [sonnet45]: state }}                   | ${{}}                                     | ${false} | ${'nothing changed'}
    ${{ [sonnet45]: { ...state, ...active } }} | ${{}}                                     | ${true}  | ${'it became Legacy'}
    ${{ [sonnet45]: { ...state, ...active } }} | ${{ ...active, status: 'LEGACY' }}        | ${true}  | ${'Legacy without any date is told all the same'}
    ${{ [sonnet45]: state }}                   | ${{ endOfLife: '2027-05-08' }}            | ${true}  | ${'its end moved'}
    ${{ [sonnet45]: state }}                   | ${{ extendedAccess: null }}               | ${true}  | ${'a date is gone'}
    ${{ [sonnet45]: state }}                   | ${{ status: 'RETIRED' }}                  | ${true}  | ${'a state that was never seen'}
  `('$why: $told', ({ before, now, told }: { before: RememberedListing['models']; now: object; told: boolean }) => {
    expect(newInListing(listing(before), [aListedModel(now)])).toHaveLength(told ? 1 : 0);
  });

  it('is what is true now, for this Region', () => {
    expect(newInListing(listing(), [aListedModel()])).toEqual([
      { modelId: sonnet45, regions: ['us-east-1'], ...state, withdrawn: null },
    ]);
  });

  it('gives back a model that was gone', () => {
    const [change] = newInListing(listing({ [sonnet45]: { ...state, status: 'GONE' } }), [aListedModel()]);

    expect(change).toMatchObject({ withdrawn: false });
  });

  it('is told once for all Regions in which it is the same', () => {
    const change = { modelId: sonnet45, ...state, withdrawn: null };

    expect(
      togetherByModel([
        { ...change, regions: ['us-west-2'] },
        { ...change, regions: ['eu-west-1'] },
        { ...change, regions: ['eu-west-1'], endOfLife: '2027-05-08' },
      ]),
    ).toEqual([
      { ...change, regions: ['eu-west-1', 'us-west-2'] },
      { ...change, regions: ['eu-west-1'], endOfLife: '2027-05-08' },
    ]);
  });
});

describe('a model that is no longer listed', () => {
  it.each`
    known                                    | elsewhere       | unexplained | why
    ${state}                                 | ${null}         | ${true}     | ${'its end has not come'}
    ${{ ...state, ...active }}               | ${null}         | ${true}     | ${'nobody knows of an end'}
    ${{ ...state, endOfLife: '2026-11-20' }} | ${null}         | ${false}    | ${'its end is today'}
    ${{ ...state, endOfLife: '2026-11-21' }} | ${null}         | ${true}     | ${'its end is tomorrow'}
    ${{ ...state, ...active }}               | ${'2026-10-14'} | ${false}    | ${'another source gave its end'}
    ${{ ...state, status: 'GONE' }}          | ${null}         | ${false}    | ${'that it is gone was told before'}
  `(
    'needs a second look: $unexplained, since $why',
    ({ known, elsewhere, unexplained }: { known: typeof state; elsewhere: string | null; unexplained: boolean }) => {
      const absent = unexplainedAbsences(listing({ [sonnet45]: known }), [], () => elsewhere, '2026-11-20');

      expect(absent).toEqual(unexplained ? [sonnet45] : []);
    },
  );

  it('is no absence while it is listed as Legacy with a past end', () => {
    const ended = aListedModel({ endOfLife: '2026-10-14' });

    expect(unexplainedAbsences(listing({ [sonnet45]: state }), [ended], () => null, '2026-11-20')).toEqual([]);
  });
});

describe('what is remembered of a list', () => {
  const before = listing({ [sonnet45]: state, [sonnet5]: { ...state, ...active } });

  it('is what it said, without what ended as it should', () => {
    const after = remembered(before, [aListedModel({ endOfLife: '2027-05-08' })], { goneNow: [], stillOffered: [] });

    expect(after.models).toEqual({ [sonnet45]: { ...state, endOfLife: '2027-05-08' } });
  });

  it('keeps what is gone before its date as gone, and keeps it so', () => {
    const gone = remembered(before, [], { goneNow: [sonnet45], stillOffered: [] });
    const later = remembered(gone, [], { goneNow: [], stillOffered: [] });

    expect(gone.models).toEqual({ [sonnet45]: { ...state, status: 'GONE' } });
    expect(later.models).toEqual(gone.models);
  });

  it('keeps what is still offered although it was not listed', () => {
    const after = remembered(before, [], { goneNow: [], stillOffered: [sonnet45] });

    expect(after.models).toEqual({ [sonnet45]: state });
  });
});

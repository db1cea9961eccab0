import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped, counted, firstOf, listed, longDate, longDay, relativeDays } from '../../templates/text.ts';

describe('words for days and counts', () => {
  it.each`
    said                                    | as
    ${longDate('2027-01-08')}               | ${'8 January 2027'}
    ${longDay('2026-10-08T23:30:00-02:00')} | ${'9 October 2026'}
    ${longDay('some time last year')}       | ${'some time last year'}
    ${relativeDays(49)}                     | ${'in 49 days'}
    ${relativeDays(1)}                      | ${'tomorrow'}
    ${relativeDays(0)}                      | ${'today'}
    ${relativeDays(-1)}                     | ${'yesterday'}
    ${relativeDays(-3)}                     | ${'3 days ago'}
    ${counted(1, 'day')}                    | ${'1 day'}
    ${counted(1200, 'day')}                 | ${'1,200 days'}
    ${listed([])}                           | ${''}
    ${listed(['a'])}                        | ${'a'}
    ${listed(['a', 'b'])}                   | ${'a and b'}
    ${listed(['a', 'b', 'c'])}              | ${'a, b and c'}
    ${firstOf(['a', 'b', 'c'], 3)}          | ${'a, b and c'}
    ${firstOf(['a', 'b', 'c', 'd'], 2)}     | ${'a, b and 2 more'}
  `('$as', ({ said, as }) => {
    expect(said).toBe(as);
  });
});

describe('clipped', () => {
  it.each`
    text              | most | clip
    ${'short'}        | ${5} | ${'short'}
    ${'longer'}       | ${5} | ${'long…'}
    ${'two\n\tlines'} | ${9} | ${'two lines'}
    ${'a👩‍🚀b'}         | ${3} | ${'a…'}
    ${''}             | ${3} | ${''}
  `('keeps $most characters of $text', ({ text, most, clip }: { text: string; most: number; clip: string }) => {
    expect(clipped(text, most)).toBe(clip);
  });

  it('never exceeds the room it has, and never breaks a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const clip = clipped(text, most);
        expect(clip.length).toBeLessThanOrEqual(most);
        expect(clip).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

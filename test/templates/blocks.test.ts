import { describe, expect, it } from 'vitest';
import { fitting, linkButton, section, spoken } from '../../templates/blocks.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { wordsOf } from '../builders/message-words.ts';

const long = (length: number) => 'x'.repeat(length);

describe('section', () => {
  it.each`
    lines | end
    ${29} | ${'x'}
    ${30} | ${'and 1 more line'}
    ${40} | ${'and 11 more lines'}
  `('keeps whole lines of $lines, and counts the others', ({ lines, end }: { lines: number; end: string }) => {
    const { text } = section(Array.from({ length: lines }, () => long(99)));

    expect(text?.text.endsWith(end)).toBe(true);
    expect(text?.text.length).toBeLessThanOrEqual(3000);
  });
});

describe('fitting', () => {
  const first = [section(['first'])];
  const last = [section(['last'])];
  const some = (count: number) => Array.from({ length: count }, (_, n) => section([`${n} ${long(2000)}`]));
  const kept = (count: number) => {
    const blocks = fitting(first, some(count), last, 'more elsewhere');
    expect(blockProblems({ text: 'x', blocks })).toEqual([]);
    return wordsOf({ text: 'x', blocks }).replaceAll(/ x+/g, '');
  };

  it('keeps what fits', () => {
    expect(kept(2)).toBe('first\n0\n1\nlast');
  });

  it('leaves out the last of what is optional, and says so', () => {
    expect(kept(9)).toBe('first\n0\n1\n2\n3\n4\n5\nmore elsewhere\nlast');
  });

  it('leaves out all of it where nothing fits', () => {
    const huge = Array.from({ length: 5 }, () => section([long(2800)]));
    const blocks = fitting(huge.slice(0, 4), huge, last, 'more elsewhere');

    expect(wordsOf({ text: 'x', blocks }).replaceAll(/x+\n/g, '')).toBe('more elsewhere\nlast');
  });
});

describe('linkButton', () => {
  it.each`
    url                                  | made
    ${'https://github.com/a/b/issues/1'} | ${true}
    ${'javascript:alert(1)'}             | ${false}
    ${`https://${long(3000)}`}           | ${false}
    ${'https://a b'}                     | ${false}
  `('$made for $url', ({ url, made }: { url: string; made: boolean }) => {
    expect(linkButton('Open', url, 'open') !== null).toBe(made);
  });
});

describe('spoken', () => {
  it('is one line without gaps', () => {
    expect(spoken(['One.', '', 'Two\nthree.'])).toBe('One. Two three.');
  });
});

import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesScript } from '../../../templates/report/script-differences.ts';

interface Piece {
  readonly same: boolean;
  readonly text: string;
}
interface Differences {
  readonly by: string;
  readonly current: readonly Piece[];
  readonly candidate: readonly Piece[];
}

const differences = runInNewContext(`${differencesScript};differences`) as (a: string, b: string) => Differences;
const textOf = (pieces: readonly Piece[]) => [...pieces].map(({ text }) => text).join('');
const changed = (pieces: readonly Piece[]) => [...pieces].filter(({ same }) => !same).map(({ text }) => text.trim());

describe('differences', () => {
  it.each`
    a                         | b                          | removed      | added             | why
    ${'Refunds take 5 days.'} | ${'Refunds take 10 days.'} | ${['5']}     | ${['10']}         | ${'one word'}
    ${'a b c'}                | ${'a b c'}                 | ${[]}        | ${[]}             | ${'nothing'}
    ${'a  b\nc'}              | ${'a b c'}                 | ${[]}        | ${[]}             | ${'white space alone'}
    ${''}                     | ${'new'}                   | ${[]}        | ${['new']}        | ${'all of it'}
    ${'one two three'}        | ${'one three'}             | ${['two']}   | ${[]}             | ${'something left out'}
    ${'保証は二年です'}       | ${'保証は三年です'}        | ${['二']}    | ${['三']}         | ${'a script without spaces'}
    ${'ضمان سنتين'}           | ${'ضمان ثلاث سنوات'}       | ${['سنتين']} | ${['ثلاث سنوات']} | ${'from right to left'}
  `('finds $why', ({ a, b, removed, added }: { a: string; b: string; removed: string[]; added: string[] }) => {
    const found = differences(a, b);

    expect(changed(found.current)).toEqual(removed);
    expect(changed(found.candidate)).toEqual(added);
  });

  it('gives back the whole of both texts, and the same in common', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '.', '\uD800', 'ü'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const isSame = ({ same }: Piece) => same;
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { current, candidate } = differences(a, b);
        const bare = (pieces: readonly Piece[]) => textOf([...pieces].filter(isSame)).replaceAll(/\s/g, '');

        expect(textOf(current)).toBe(a);
        expect(textOf(candidate)).toBe(b);
        expect(bare(current)).toBe(bare(candidate));
      }),
    );
  });

  it('compares by lines what is too long for words, and as one what is too long for lines', () => {
    const words = (count: number, end: string, seed: number) =>
      Array.from({ length: count }, (_, index) => `w${index * seed}${end}`).join('');

    expect(differences(words(9000, ' ', 3), words(9000, ' ', 7)).by).toBe('lines');
    expect(differences(words(9000, '\n', 3), words(9000, '\n', 7)).by).toBe('nothing smaller');
    expect(differences(`${words(90_000, ' ', 1)}old`, `${words(90_000, ' ', 1)}new`).by).toBe('words');
  });
});

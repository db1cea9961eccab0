import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textLines } from '../../../adapters/cases/text-lines.ts';
import { collected } from './case-files.ts';

async function* pieces(parts: readonly string[]): AsyncGenerator<string> {
  await Promise.resolve();
  yield* parts;
}

it('gives the lines of a text, wherever it is cut into pieces', async () => {
  const part = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'ü'), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      expect(await collected(textLines(pieces(parts)))).toEqual(parts.join('').split(/\r?\n/));
    }),
  );
});

it('takes a line end that is cut in two', async () => {
  expect(await collected(textLines(pieces(['a\r', '\nb'])))).toEqual(['a', 'b']);
});

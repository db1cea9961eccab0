import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsAnywhere } from '../../domain/star-pattern.ts';

it.each`
  pattern    | text       | fits     | why
  ${'abc'}   | ${'abc'}   | ${true}  | ${'without a star, the text itself'}
  ${'abc'}   | ${'abcd'}  | ${false} | ${'and nothing else'}
  ${'*'}     | ${''}      | ${true}  | ${'any text, none included'}
  ${'a*c'}   | ${'ac'}    | ${true}  | ${'a star for nothing'}
  ${'a*c'}   | ${'abcbc'} | ${true}  | ${'the last ending counts'}
  ${'a*b*c'} | ${'a-c-b'} | ${false} | ${'parts in their order'}
  ${'ab*ba'} | ${'aba'}   | ${false} | ${'parts do not overlap'}
  ${'a*b*b'} | ${'ab'}    | ${false} | ${'nor the middle with the end'}
  ${'a.c'}   | ${'abc'}   | ${false} | ${'no other sign means anything'}
  ${'**a**'} | ${'bab'}   | ${true}  | ${'stars beside each other'}
`('$pattern on $text is $fits: $why', ({ pattern, text, fits }: { pattern: string; text: string; fits: boolean }) => {
  expect(fitsAnywhere(pattern, text)).toBe(fits);
});

it('fits what an expression of the same meaning fits', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  fc.assert(
    fc.property(short, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, text) => {
      expect(fitsAnywhere(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
    }),
    { numRuns: 1_000 },
  );
});

it('takes no time over many stars', () => {
  expect(fitsAnywhere(`${'*a'.repeat(2_000)}b`, 'a'.repeat(20_000))).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastNumber } from '../../../domain/scoring/last-number.ts';

describe('lastNumber', () => {
  it.each`
    text                     | number       | why
    ${'The answer is 42.'}   | ${42}        | ${'a full stop is no part of it'}
    ${'First 3, then 4'}     | ${4}         | ${'the last one counts'}
    ${'It is -5'}            | ${-5}        | ${'with its sign'}
    ${'It is −5 °C'}         | ${-5}        | ${'also the typographic one'}
    ${'10-20'}               | ${20}        | ${'the dash of a range is no sign'}
    ${'1,234.5 dollars'}     | ${1234.5}    | ${'thousands by commas'}
    ${'1\u202f234\u00a0567'} | ${1_234_567} | ${'or by narrow spaces'}
    ${'-$3.50'}              | ${-3.5}      | ${'with a currency'}
    ${'6.02e23'}             | ${6.02e23}   | ${'with an exponent'}
    ${'.5'}                  | ${0.5}       | ${'without a zero before'}
    ${'5km'}                 | ${5}         | ${'with its unit'}
    ${'Room B12'}            | ${null}      | ${'a name is no number'}
    ${'version 2'}           | ${2}         | ${'a number of its own is'}
    ${'none'}                | ${null}      | ${'there is none'}
    ${'1, 2, 3'}             | ${3}         | ${'a list'}
  `('$text is $number: $why', ({ text, number }: { text: string; number: number | null }) => {
    expect(lastNumber(text)).toBe(number);
  });

  it('finds any number that is written out at the end', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(lastNumber(`It is ${String(value)}`)).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });
});

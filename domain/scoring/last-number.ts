/** What a number does not follow: `B12` and `1.2.3` go on. */
const apart = String.raw`(?<![\p{L}\p{N}_]|\p{N}\.)`;
/** Thousands are parted by commas, or by narrow or no-break spaces; decimals by a dot, never by a comma. */
const digits = String.raw`(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+`;
/** A dash after a letter, digit or bracket is none of a number's: `10-20` ends with 20. */
const number = new RegExp(
  String.raw`${apart}(?<sign>(?<![\p{L}\p{N})\]])[-−])?[$€£¥]?(?<size>${digits})(?<exponent>[eE][-+]?\d+)?`,
  'gu',
);

/** The last number that stands in a text; `null` where there is none. */
export function lastNumber(text: string): number | null {
  let last: number | null = null;
  for (const { groups } of text.matchAll(number)) {
    const { sign, size = '', exponent = '' } = groups ?? {};
    const value = Number(`${size.replaceAll(/[^\d.]/g, '')}${exponent}`);
    last = sign === undefined ? value : -value;
  }
  return last;
}

/** A span of the text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Mention<Kind extends string, Value> = Span & { readonly kind: Kind; readonly value: Value };

/** Every match of a global pattern, read by `read`; matches it answers `null` for are left out. */
export function mentions<Kind extends string, Value>(
  text: string,
  pattern: RegExp,
  kind: Kind,
  read: (match: RegExpExecArray) => Value | null,
): Mention<Kind, Value>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    return value === null ? [] : [{ kind, value, start: match.index, end: match.index + match[0].length }];
  });
}

/** The text with every mention blanked to `x`, same length: what splits sentences cannot split a date, an id or a price. */
export function masked(text: string, spans: readonly Span[]): string {
  return spans.reduce((mask, { start, end }) => mask.slice(0, start) + 'x'.repeat(end - start) + mask.slice(end), text);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

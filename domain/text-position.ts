/** Line and column, both from 1; a column counts UTF-16 code units, as editors and SARIF do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into positions; ask in the order of the text. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  let line = 1;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  return (offset) => {
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

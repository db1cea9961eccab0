/** A row of a table in Markdown: cells between bars. */
const row = /^\s*\|(?<cells>.+)\|\s*$/;
const rule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Rows of tables as lines of `heading: cell`, so that what a column is about stands beside what it says. */
export function withoutTables(text: string): string {
  let headings: readonly string[] | null = null;
  const lines = text.split('\n');
  return lines
    .flatMap((line, index) => {
      const cells = cellsOf(line);
      if (!cells) headings = null;
      else if (rule.test(lines[index + 1] ?? '')) headings = cells;
      if (!cells || !headings) return [line];
      if (headings === cells || rule.test(line)) return [];
      return cells.map((cell, column) => `${headings?.[column] ?? ''}: ${cell}`);
    })
    .join('\n');
}

function cellsOf(line: string): readonly string[] | null {
  const cells = row.exec(line)?.groups?.['cells'];
  return cells === undefined ? null : cells.split('|').map((cell) => cell.trim());
}

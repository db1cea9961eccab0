export function heading(text: string): string {
  return `## ${text}`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function checklist(items: readonly string[]): string {
  return items.map((item) => `- [ ] ${item}`).join('\n');
}

/** Cells are Markdown already; `Markup` keeps them to one line without a bare `|`. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Folded away until somebody opens it. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** A section with its heading, or nothing where there is nothing to say. */
export function part(title: string, paragraphs: readonly string[]): string[] {
  const said = paragraphs.filter((paragraph) => paragraph !== '');
  return said.length > 0 ? [[heading(title), ...said].join('\n\n')] : [];
}

/** Room for Sundial's part of a ticket: GitHub takes 65,536 characters, and people write into it too. */
const room = 50_000;

/** The parts that fit, in order; one that does not is named instead of shown. */
export function fittingParts(parts: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const content of parts) {
    const shown =
      length + content.length <= room ? content : `${content.split('\n', 1).join('')}\n\nToo long to show here.`;
    kept.push(shown);
    length += shown.length + 2;
  }
  return kept.join('\n\n');
}

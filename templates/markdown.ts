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

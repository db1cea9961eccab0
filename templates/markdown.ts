export function heading(text: string): string {
  return `## ${text}`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Something to be done: by people alone, who tick it, or told as done by what Sundial knows itself. */
export type Step = string | { readonly text: string; readonly isDone: boolean };

/** Only what stays done for good may be told as done: trackers keep every tick, whoever set it. */
export function checklist(steps: readonly Step[]): string {
  return steps
    .map((step) => (typeof step === 'string' ? { text: step, isDone: false } : step))
    .map(({ text, isDone }) => `- [${isDone ? 'x' : ' '}] ${text}`)
    .join('\n');
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

/**
 * The parts that fit, in order; one that does not is named instead of shown. `lengthOf` measures a part as the tracker counts it, which
 * may be after it was turned into another format.
 */
export function fittingParts(
  parts: readonly string[],
  room: number,
  lengthOf: (part: string) => number = (part) => part.length,
): string {
  const kept: string[] = [];
  let length = 0;
  for (const content of parts) {
    const named = `${content.split('\n', 1).join('')}\n\nToo long to show here.`;
    const shown = length + lengthOf(content) <= room ? content : named;
    kept.push(shown);
    length += lengthOf(shown) + 2;
  }
  return kept.join('\n\n');
}

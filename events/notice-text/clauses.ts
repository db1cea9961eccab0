import type { Span } from './mention.ts';

/** A sentence, a list item or a line of its own, as a span of the text. */
export type Clause = Span;

const bullet = /^\s*(?:[-*•+]|\d+[.)])\s/;

/**
 * Splits text into clauses. Lines that only wrap a sentence are read as one; what stands in `mask` (dates, ids, prices blanked
 * out) never ends a sentence. `text` and `mask` have the same length.
 */
export function clauses(text: string, mask: string): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  for (let index = 0; index <= mask.length; index += 1) {
    if (index < mask.length && !endsAt(text, mask, index)) continue;
    if (mask.slice(start, index + 1).trim() !== '') found.push({ start, end: index + 1 });
    start = index + 1;
  }
  return found;
}

function endsAt(text: string, mask: string, index: number): boolean {
  const letter = mask[index];
  if (letter === '\n') return !wraps(text, mask, index);
  if (letter === '.' || letter === '!' || letter === '?' || letter === ';')
    return /^\s|^$/.test(mask.slice(index + 1, index + 2));
  return false;
}

/** Whether a line break falls inside a sentence: the line has no end of its own, and the next goes on in lower case or with a date. */
function wraps(text: string, mask: string, index: number): boolean {
  const before = mask.slice(mask.lastIndexOf('\n', index - 1) + 1, index).trimEnd();
  const after = text.slice(index + 1, endOfLine(text, index + 1));
  if (before === '' || after.trim() === '' || bullet.test(after)) return false;
  if (/[.:;!?|]$/.test(before)) return false;
  const continues = /^\s*[a-z(]/.test(after) && !/^\s*[a-z]{2}(?:-[a-z]+)+-\d\s*,?\s*$/.test(after);
  const dateAfterPreposition =
    /\b(?:on|from|until|by|of|in|is|to|the|and|or|before|after|through|since|as|for|at|effective|starting|beginning)$/i.test(
      before,
    );
  return continues || dateAfterPreposition;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

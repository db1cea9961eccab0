const begin = '<!-- sundial:begin -->';
const end = '<!-- sundial:end -->';

/** The comment by which a ticket or comment is found again; invisible to readers. */
export function marker(key: string): string {
  return `<!-- sundial:${key.replaceAll(/[^\w./:@#+=,-]/g, encoded)} -->`;
}

/** Sundial's part of a ticket's body. */
export function ownedSection(key: string, markdown: string): string {
  return [begin, marker(key), '', markdown, '', end].join('\n');
}

/**
 * The body with Sundial's part replaced. What people wrote around it stays, and so does each tick they set inside it, as long as
 * its line says the same. A body that lost the part gets it back at its end.
 */
export function withOwnedSection(body: string, key: string, markdown: string): string {
  const from = body.indexOf(begin);
  const to = body.indexOf(end, from);
  if (from < 0 || to < 0)
    return [body.trimEnd(), ownedSection(key, markdown)].filter((part) => part !== '').join('\n\n');

  const old = body.slice(from, to);
  return body.slice(0, from) + ownedSection(key, withTicksOf(old, markdown)) + body.slice(to + end.length);
}

/** The same text, with each step ticked that was ticked before and still says the same. */
export function withTicksOf(old: string, markdown: string): string {
  const ticked = new Set(
    [...old.matchAll(/^\s*[-*] \[[xX]\] (?<text>.*?)\s*$/gm)].map(({ groups }) => groups?.['text']),
  );
  return markdown.replaceAll(/^- \[ \] (?<text>.*)$/gm, (line, text: string) =>
    ticked.has(text.trimEnd()) ? `- [x] ${text}` : line,
  );
}

function encoded(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

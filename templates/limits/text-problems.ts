export type Loose = Readonly<Record<string, unknown>>;

const longestId = 255;

export function textObject(object: unknown, at: string, most: number, only?: 'plain_text'): string[] {
  const { type, text } = (object ?? {}) as Loose;
  const kinds: readonly unknown[] = only ? [only] : ['plain_text', 'mrkdwn'];
  return [...(kinds.includes(type) ? [] : [`${at}: not ${kinds.join(' or ')}`]), ...textProblems(at, text, most)];
}

export function plainText(object: unknown, at: string, most: number): string[] {
  return textObject(object, at, most, 'plain_text');
}

export function textProblems(at: string, text: unknown, most: number): string[] {
  if (typeof text !== 'string' || text.trim() === '') return [`${at}: empty`];
  return atMost(at, text.length, most, 'characters');
}

/** Nothing where the field is left out; else whatever `check` finds. */
export function given(value: unknown, check: (value: unknown) => string[]): string[] {
  return value === undefined ? [] : check(value);
}

export function identifier(id: unknown, at: string): string[] {
  return given(id, () => textProblems(at, id, longestId));
}

export function atMost(at: string, count: number, most: number, what: string): string[] {
  return count > most ? [`${at}: ${count} ${what}, at most ${most}`] : [];
}

export function duplicates(ids: readonly unknown[]): string[] {
  const named = ids.filter((id) => typeof id === 'string');
  return [...new Set(named.filter((id, index) => named.indexOf(id) !== index))].map(
    (id) => `${id}: an id that is used twice`,
  );
}

import type { Word } from '../domain/lifecycle.ts';
import { isNewer } from '../domain/merge-words.ts';
import type { Condition, Item, Table } from './table.ts';
import { keyPart } from './item-key.ts';
import { absent } from './table.ts';

type WordsByName = Readonly<Record<string, Word>>;

/** Keeps words, one item for each model, source and Region; an older word never replaces a newer one, in whatever order they come. */
export async function keepWords(table: Table, words: readonly Word[]): Promise<void> {
  const items = new Map<string, Word[]>();
  for (const word of words) {
    const key = JSON.stringify([modelKey(word.modelId), `WORDS#${word.source}#${keyPart(word.region)}`]);
    items.set(key, [...(items.get(key) ?? []), word]);
  }
  for (const [key, said] of items) {
    const [pk, sk] = JSON.parse(key) as [string, string];
    while (!(await kept(table, pk, sk, said)));
  }
}

/** Where everything stands that is known of a model. */
export function modelKey(modelId: string): string {
  return `MODEL#${keyPart(modelId)}`;
}

/** The words that an item of the model holds; none for items of other kinds. */
export function wordsIn(item: Item): readonly Word[] {
  return item.sk.startsWith('WORDS#') ? Object.values(item['words'] as WordsByName) : [];
}

/** `false` where somebody else wrote meanwhile. */
async function kept(table: Table, pk: string, sk: string, said: readonly Word[]): Promise<boolean> {
  const item = await table.get(pk, sk);
  const before = (item?.['words'] as WordsByName | undefined) ?? {};
  const after = said.reduce((words, word) => ({ ...words, [word.name]: newest(words[word.name], word) }), before);
  if (JSON.stringify(after) === JSON.stringify(before)) return true;

  const version = Number(item?.['version'] ?? 0);
  const unchanged: Condition = item ? { expression: 'version = :version', values: { ':version': version } } : absent;
  return table.put({ pk, sk, version: version + 1, words: after }, unchanged);
}

/** The newer of two words; one that repeats the other's date keeps the day on which it was first said. */
function newest(known: Word | undefined, word: Word): Word {
  const confirmed = { ...word, confirmedAt: word.confirmedAt ?? word.asOf };
  if (!known) return confirmed;
  const newer = isNewer(confirmed, known) ? confirmed : known;
  const first = confirmed.value === known.value && confirmed.asOf < known.asOf ? confirmed : known;
  return confirmed.value === known.value ? { ...newer, asOf: first.asOf, reference: first.reference } : newer;
}

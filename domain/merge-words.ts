import { allRegions, dateNames } from './lifecycle.ts';
import type {
  DateName,
  Dates,
  Disagreement,
  Lifecycle,
  Regime,
  Region,
  Source,
  Withdrawal,
  Word,
} from './lifecycle.ts';

/** What is known of one model: every word, and every withdrawal, of every source. */
export interface Knowledge {
  readonly modelId: string;
  readonly regime: Regime | null;
  readonly words: readonly Word[];
  readonly withdrawals: readonly Withdrawal[];
}

/**
 * The lifecycle of a model over some Regions. Of one source the newest word counts; between sources, and between Regions,
 * the earliest date binds and the disagreement is kept. A Region that no source speaks of contributes nothing.
 */
export function mergeWords(knowledge: Knowledge, regions: readonly Region[]): Lifecycle {
  const words = newestOfEachSource(knowledge.words.filter((word) => concerns(word.region, regions)));
  const byName = new Map(dateNames.map((name) => [name, words.filter((word) => word.name === name).toSorted(binding)]));
  const sources = [...byName.values()].flatMap(([first]) => (first ? [first] : []));

  return {
    modelId: knowledge.modelId,
    regions,
    regime: knowledge.regime,
    dates: Object.fromEntries(
      dateNames.map((name) => [name, byName.get(name)?.[0]?.value ?? null]),
    ) as unknown as Dates,
    sources,
    disagreements: [...byName].flatMap(([name, said]) => disagreement(name, said)),
    withdrawal: currentWithdrawal(knowledge.withdrawals.filter(({ region }) => concerns(region, regions))),
  };
}

/** A word about all Regions concerns each; a question about all Regions concerns every word. */
function concerns(region: Region, asked: readonly Region[]): boolean {
  return region === allRegions || asked.includes(allRegions) || asked.includes(region);
}

function newestOfEachSource(words: readonly Word[]): Word[] {
  const newest = new Map<string, Word>();
  for (const word of words) {
    const key = [word.source, word.region, word.name].join(' ');
    const known = newest.get(key);
    if (!known || isNewer(word, known)) newest.set(key, word);
  }
  return [...newest.values()].filter((word) => !supersededByAllRegions(word, newest));
}

/** A newer word of the same source about all Regions speaks of this Region too. */
function supersededByAllRegions(word: Word, newest: ReadonlyMap<string, Word>): boolean {
  if (word.region === allRegions) return false;
  const general = newest.get([word.source, allRegions, word.name].join(' '));
  return general !== undefined && isNewer(general, word);
}

/** Order of words of one source: by when they were said last, then sent; where both are the same by the text, so that arrival does not matter. */
export function isNewer(word: Word, known: Word): boolean {
  const [said, knownSaid] = [word.confirmedAt ?? word.asOf, known.confirmedAt ?? known.asOf];
  if (said !== knownSaid) return said > knownSaid;
  const [sent, knownSent] = [word.sentAt ?? '', known.sentAt ?? ''];
  return sent === knownSent ? word.value < known.value : sent > knownSent;
}

/** Whose word is shown where several sources give the same date: AWS's own to the customer first. */
const authority: Readonly<Record<Source, number>> = { health: 0, api: 1, operator: 2, catalogue: 3 };

function binding(a: Word, b: Word): number {
  return (
    a.value.localeCompare(b.value) || authority[a.source] - authority[b.source] || a.region.localeCompare(b.region)
  );
}

function disagreement(name: DateName, said: readonly Word[]): Disagreement[] {
  return new Set(said.map((word) => word.value)).size > 1 ? [{ name, words: said }] : [];
}

/** The withdrawal that stands: the first one that no later word about its Region, or about all, has lifted. */
function currentWithdrawal(withdrawals: readonly Withdrawal[]): Withdrawal | null {
  const lifted = (one: Withdrawal) =>
    withdrawals.some(
      ({ withdrawn, region, asOf }) =>
        !withdrawn && asOf > one.asOf && (region === one.region || region === allRegions),
    );
  const standing = withdrawals.filter((one) => one.withdrawn && !lifted(one));
  return standing.toSorted((a, b) => a.asOf.localeCompare(b.asOf))[0] ?? null;
}

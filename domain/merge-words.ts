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
 * The lifecycle of a model over some Regions. In each Region the newest word of each source counts, whether it is about that Region
 * or about all; between sources, and between Regions, the earliest date binds and the disagreement is kept. A Region that no
 * source speaks of contributes nothing.
 */
export function mergeWords(knowledge: Knowledge, regions: readonly Region[]): Lifecycle {
  const { words: all, withdrawals } = knowledge;
  const words = [...new Set(eachRegion(regions, all).flatMap(newestOfEachSource))];
  const byName = new Map(dateNames.map((name) => [name, words.filter((word) => word.name === name).toSorted(binding)]));
  const sources = [...byName.values()].flatMap(([first]) => (first ? [first] : []));
  const withdrawn = eachRegion(regions, withdrawals).flatMap((said) => standing(said) ?? []);

  return {
    modelId: knowledge.modelId,
    regions,
    regime: knowledge.regime,
    dates: Object.fromEntries(
      dateNames.map((name) => [name, byName.get(name)?.[0]?.value ?? null]),
    ) as unknown as Dates,
    sources,
    disagreements: [...byName].flatMap(([name, said]) => disagreement(name, said)),
    withdrawal: withdrawn.toSorted(byArrival)[0] ?? null,
  };
}

/** Each Region's own lifecycle, where their dates are not all the same; else none. */
export function whereRegionsDiffer(knowledge: Knowledge, regions: readonly Region[]): readonly Lifecycle[] {
  const each = regions.map((region) => mergeWords(knowledge, [region]));
  return new Set(each.map(({ dates }) => JSON.stringify(dates))).size > 1 ? each : [];
}

/**
 * What is said of each Region asked for: of itself, and of all Regions. A question about all Regions is one about each that is
 * spoken of, and about the rest.
 */
function eachRegion<Said extends { readonly region: Region }>(
  regions: readonly Region[],
  all: readonly Said[],
): readonly (readonly Said[])[] {
  const said = new Map<Region, Said[]>();
  for (const one of all) said.set(one.region, [...(said.get(one.region) ?? []), one]);
  const general = said.get(allRegions) ?? [];
  const asked = new Set(regions.includes(allRegions) ? [allRegions, ...said.keys()] : regions);
  return [...asked].map((region) => (region === allRegions ? general : [...general, ...(said.get(region) ?? [])]));
}

function newestOfEachSource(words: readonly Word[]): Word[] {
  const newest = new Map<string, Word>();
  for (const word of words) {
    const key = [word.source, word.name].join(' ');
    const known = newest.get(key);
    if (!known || replaces(word, known)) newest.set(key, word);
  }
  return [...newest.values()];
}

/** Of two words that no order tells apart, the same one counts however they came. */
function replaces(word: Word, known: Word): boolean {
  if (isNewer(word, known) || isNewer(known, word)) return isNewer(word, known);
  return identity(word) < identity(known);
}

function identity({ region, asOf, reference, confirmedAt, sentAt }: Word): string {
  return [region, asOf, reference, confirmedAt ?? '', sentAt ?? ''].join(' ');
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
    a.value.localeCompare(b.value) ||
    authority[a.source] - authority[b.source] ||
    identity(a).localeCompare(identity(b))
  );
}

function disagreement(name: DateName, said: readonly Word[]): Disagreement[] {
  return new Set(said.map((word) => word.value)).size > 1 ? [{ name, words: said }] : [];
}

/** The withdrawal that stands in a Region: the first one that no later word has lifted. */
function standing(withdrawals: readonly Withdrawal[]): Withdrawal | null {
  const lifted = (one: Withdrawal) => withdrawals.some(({ withdrawn, asOf }) => !withdrawn && asOf > one.asOf);
  return withdrawals.filter((one) => one.withdrawn && !lifted(one)).toSorted(byArrival)[0] ?? null;
}

function byArrival(a: Withdrawal, b: Withdrawal): number {
  return a.asOf.localeCompare(b.asOf) || a.region.localeCompare(b.region) || a.reference.localeCompare(b.reference);
}

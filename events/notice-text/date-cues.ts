import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DateMention } from './dates.ts';
import type { Span } from './mention.ts';
import { mentions } from './mention.ts';

/** What a date in a notice is the date of. `price`, `launch` and `other` dates are no lifecycle dates. */
export type DateKind = 'legacy' | 'extendedAccess' | 'endOfLife' | 'noSoonerThan' | 'price' | 'launch' | 'other';

/** Whether a date of this kind is one of the model's lifecycle. */
export function isOfLifecycle(kind: DateKind): boolean {
  return kind === 'legacy' || kind === 'extendedAccess' || kind === 'endOfLife' || kind === 'noSoonerThan';
}

const cues: readonly (readonly [DateKind, RegExp])[] = [
  ['extendedAccess', /\bextended[\s-]+access\b/gi],
  ['legacy', /\blegacy\b|\bdeprecat(?:e[sd]?|ing|ion)\b/gi],
  [
    'endOfLife',
    /\bend[\s-]+of[\s-]+(?:life|support)\b|\bEOL\b|\bretire[sd]?\b|\bretir(?:ement|ing)\b|\bsunset(?:s|ting|ted)?\b|\bdiscontinu(?:e[sd]?|ing|ation)\b|\bdecommission(?:ed|ing)?\b|\bshut[\s-]?(?:down|off)\b|\b(?:be\s+)?(?:removed|withdrawn)\b|\bno\s+longer\s+(?:be\s+)?(?:available|accessible|supported|usable|offered)\b|\bstops?\s+(?:working|serving|responding)\b|\brequests\s+(?:will\s+)?fail\b/gi,
  ],
  ['price', /\bpric(?:e|es|ing)\b/gi],
  ['launch', /\blaunch(?:ed)?\b|\breleased\b|\bgenerally\s+available\b/gi],
  ['other', /\blast\s+updated\b|\bsent\s+on\b|\bquota\b|\bfreeze\b/gi],
];

interface Cue extends Span {
  readonly kind: DateKind;
}

/** A date of a clause and what it is the date of. */
export interface DatedKind {
  readonly kind: DateKind;
  readonly value: CalendarDate;
  readonly at: DateMention;
}

/** The kinds a clause speaks of, in order. */
export function cuesIn(mask: string, clause: Span): readonly Cue[] {
  const text = mask.slice(clause.start, clause.end);
  return cues
    .flatMap(([kind, pattern]) => mentions(text, pattern, kind, () => true))
    .map(({ kind, start, end }) => ({ kind, start: start + clause.start, end: end + clause.start }))
    .toSorted((a, b) => a.start - b.start);
}

/** Words of which none may be a date: those stand in the mask as a run of `x`. */
const words = String.raw`(?:\s+(?!x{6})[\w-]+){0,6}\s*[('":]*\s*$`;
const superseded = new RegExp(
  [
    String.raw`\b(?:previous(?:ly)?|original(?:ly)?|formerly|instead\s+of|rather\s+than)${words}`,
    String.raw`\bearlier\s+(?:date|announced|communicated|notice)${words}`,
    String.raw`\bwas\s+(?:\w+\s+)?(?:scheduled|planned|communicated|set|due|expected)${words}`,
    String.raw`\b(?:mov(?:es?|ed|ing)|chang(?:es?|ed|ing)|extended(?![\s-]+access)|postponed|delayed|deferred|forward|shifted|updated|revised)(?:\s+(?!x{6})[\w-]+){0,6}\s+from(?:\s+the)?\s*$`,
    String.raw`\bno\s+longer\s*$`,
  ].join('|'),
  'i',
);
const floor =
  /\b(?:no|not)\s+(?:sooner|earlier|before)(?:\s+than)?\s*$|\bat\s+the\s+earliest(?:\s+on)?\s*$|\bearliest:?\s*$/i;
const floorAfter = /^,?\s*(?:at\s+the\s+earliest|or\s+later)\b/i;
const until = /\b(?:until|till|through|to|ends?|ending)(?:\s+on)?\s*$/i;

/** Whether the words before a date say that it no longer holds. */
export function isSuperseded(mask: string, clause: Span, date: DateMention): boolean {
  return superseded.test(mask.slice(clause.start, date.start).split(/[,;]/).at(-1) ?? '');
}

/** Gives each date of a clause its kind; `carried` is the kind a label on the line before announced. */
export function kindsOf(
  mask: string,
  clause: Span,
  dates: readonly DateMention[],
  carried: DateKind | null,
): DatedKind[] {
  const standing = dates.filter((date) => !isSuperseded(mask, clause, date));
  const found = cuesIn(mask, clause);
  if (found.length === 0) return carried ? standing.map((at) => ({ kind: carried, value: at.value, at })) : [];

  const pairs = aligned(standing, found, mask);
  return standing.flatMap((at, index) => {
    const before = mask.slice(clause.start, at.start);
    const cue = pairs[index] ?? repeated(pairs, index);
    if (!cue) return [];
    if (floor.test(before) || floorAfter.test(mask.slice(at.end, clause.end)))
      return [{ kind: 'noSoonerThan' as const, value: at.value, at }];
    return [{ kind: closing(cue, at, mask), value: at.value, at }];
  });
}

/** "Extended access until C": the day a period ends is the day the next begins. */
function closing(cue: Cue, at: DateMention, mask: string): DateKind {
  const ends = cue.end <= at.start && until.test(mask.slice(cue.end, at.start));
  return ends && (cue.kind === 'extendedAccess' || cue.kind === 'legacy') ? 'endOfLife' : cue.kind;
}

/** A second date under one cue, as in "end of life is A in one Region and B in another". */
function repeated(pairs: readonly (Cue | null)[], index: number): Cue | null {
  return pairs.slice(0, index).findLast((cue) => cue !== null) ?? null;
}

/** Pairs dates with cues in order, each cue once, so that the distances between them are the least; a date may stay alone. */
function aligned(dates: readonly DateMention[], found: readonly Cue[], mask: string): (Cue | null)[] {
  const alone = 400;
  type Best = { readonly cost: number; readonly pairs: readonly (Cue | null)[] };
  let row: Best[] = found.map(() => ({ cost: 0, pairs: [] }));
  row.push({ cost: 0, pairs: [] });

  for (const date of dates) {
    const next: Best[] = [];
    for (let used = 0; used <= found.length; used += 1) {
      const options: Best[] = [];
      const same = row[used];
      if (same) options.push({ cost: same.cost + alone, pairs: [...same.pairs, null] });
      const fewer = next[used - 1];
      if (fewer) options.push(fewer);
      const cue = found[used - 1];
      const before = row[used - 1];
      if (cue && before) options.push({ cost: before.cost + distance(cue, date, mask), pairs: [...before.pairs, cue] });
      next.push(options.reduce((best, option) => (option.cost < best.cost ? option : best)));
    }
    row = next;
  }
  return [...(row.at(-1)?.pairs ?? [])];
}

/** Letters between a cue and a date; a comma between them, and a cue that follows, count for more. */
function distance(cue: Cue, date: DateMention, mask: string): number {
  const follows = cue.start >= date.end;
  const between = follows ? mask.slice(date.end, cue.start) : mask.slice(cue.end, date.start);
  return between.length + 6 * (between.match(/[,;]/g)?.length ?? 0) + (follows ? 4 : 0);
}

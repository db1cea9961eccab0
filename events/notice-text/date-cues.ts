import type { CalendarDate } from '../../domain/calendar-date.ts';
import { aligned } from './alignment.ts';
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
  // Extended access is when its prices apply: a date of the prices of extended access is its date.
  ['extendedAccess', /\bextended[\s-]+access\b(?:\s+pric(?:e|es|ing)\b)?/gi],
  ['legacy', /\blegacy\b|\bdeprecat(?:e[sd]?|ing|ion)\b/gi],
  [
    'endOfLife',
    /\bend[\s-]+of[\s-]+(?:life|support)\b|\bEOL\b|\bretire[sd]?\b|\bretir(?:ement|ing)\b|\bsunset(?:s|ting|ted)?\b|\bdiscontinu(?:e[sd]?|ing|ation)\b|\bdecommission(?:ed|ing)?\b|\bshut[\s-]?(?:down|off)\b|\b(?:be\s+)?(?:removed|withdrawn)\b|\bno\s+longer\s+(?:be\s+)?(?:available|accessible|supported|usable|offered)\b|\bstops?\s+(?:working|serving|responding)\b|\brequests\s+(?:will\s+)?fail\b|\bnot\s+be\s+able\s+to\s+(?:use|access|call|invoke)\b|\baccess\s+(?:will\s+)?ends?\b|\blast\s+day\b/gi,
  ],
  ['price', /(?<!\bextended[\s-]+access\s+)\bpric(?:e|es|ing)\b/gi],
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
    String.raw`\bearlier\s+(?:date|announced|communicated|notice|as)${words}`,
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

  const ends = new Set(standing.filter((at, index) => endsPeriod(mask, clause, standing[index - 1], at)));
  const beginnings = standing.filter((at) => !ends.has(at));
  const paired = new Map(aligned(beginnings, found, mask).map((cue, index) => [beginnings[index], cue]));
  const pairs = standing.map((at) => paired.get(at) ?? null);
  return standing.flatMap((at, index) => {
    const before = mask.slice(clause.start, at.start);
    const cue = pairs[index] ?? repeated(pairs, index);
    if (!cue) return [];
    if (ends.has(at)) return [{ kind: afterPeriod(cue.kind, mask), value: at.value, at }];
    if (floor.test(before) || floorAfter.test(mask.slice(at.end, clause.end)))
      return [{ kind: 'noSoonerThan' as const, value: at.value, at }];
    return [{ kind: closing(cue, at, mask), value: at.value, at }];
  });
}

/** "Extended access until C": the day a period ends is the day the next begins. */
function closing(cue: Cue, at: DateMention, mask: string): DateKind {
  const ends = cue.end <= at.start && until.test(mask.slice(cue.end, at.start));
  return ends ? afterPeriod(cue.kind, mask) : cue.kind;
}

/** What begins when a period ends: after Legacy comes extended access where the notice speaks of one. */
function afterPeriod(kind: DateKind, mask: string): DateKind {
  if (kind === 'legacy') return /\bextended[\s-]+access\b/i.test(mask) ? 'extendedAccess' : 'endOfLife';
  return kind === 'extendedAccess' ? 'endOfLife' : kind;
}

/** Whether a date is the end of a period that the date before it begins: "between A and B", "from A to B". */
function endsPeriod(mask: string, clause: Span, begin: DateMention | undefined, end: DateMention): boolean {
  if (!begin) return false;
  const joined = mask.slice(begin.end, end.start);
  const before = mask.slice(clause.start, begin.start);
  return /\bbetween\s*$/i.test(before)
    ? /^\s*and\s*$/i.test(joined)
    : /^\s*(?:to|until|till|through|-)\s*$/i.test(joined);
}

/** A second date under one cue, as in "end of life is A in one Region and B in another". */
function repeated(pairs: readonly (Cue | null)[], index: number): Cue | null {
  return pairs.slice(0, index).findLast((cue) => cue !== null) ?? null;
}

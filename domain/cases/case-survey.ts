import type { Case } from './case.ts';
import { promptText } from './prompt-text.ts';
import type { Drawn } from './stratified-sample.ts';

/** How often each of some words was counted, the most often first. */
export type Counts = Readonly<Record<string, number>>;

export interface CaseSurvey {
  readonly cases: number;
  /** By kind of check; `none` are cases that only hard breaks and a judge can tell about. */
  readonly checks: Counts;
  /** Cases that say which tool calls they expect. */
  readonly toolCalls: number;
  /** By name, how often each value; of names with very many values those that came first, and `…` for the rest. */
  readonly tags: Readonly<Record<string, Counts>>;
  /** Characters of the prompts; `null` where there is no case. */
  readonly lengths: {
    readonly least: number;
    readonly median: number;
    readonly p95: number;
    readonly most: number;
  } | null;
}

/** Values of a tag that are counted one by one; ids of requests would fill the memory. */
const toldApart = 50;

/** Looks through cases one by one, and keeps of each no more than a few numbers. */
export function caseSurvey() {
  const drawn: Drawn[] = [];
  const checks = counting();
  const tags = new Map<string, ReturnType<typeof counting>>();
  let toolCalls = 0;
  return {
    drawn,
    add(kase: Case): void {
      drawn.push({ length: promptText(kase).length, caller: kase.tags['caller'] ?? '' });
      if (kase.expectedToolCalls) toolCalls += 1;
      for (const kind of new Set(kase.checks.map((check) => check.kind))) checks.add(kind);
      if (kase.checks.length === 0) checks.add('none');
      for (const [name, value] of Object.entries(kase.tags)) {
        const values = tags.get(name) ?? counting(toldApart);
        tags.set(name, values);
        values.add(value);
      }
    },
    survey: (): CaseSurvey => ({
      cases: drawn.length,
      checks: checks.counts(),
      toolCalls,
      tags: Object.fromEntries([...tags].map(([name, values]) => [name, values.counts()])),
      lengths: lengthsOf(drawn.map(({ length }) => length)),
    }),
  };
}

/** Counts words, all of them or so many different ones. */
export function counting(most = Number.POSITIVE_INFINITY) {
  const counted = new Map<string, number>();
  return {
    add(word: string): void {
      const known = counted.has(word) || counted.size < most ? word : '…';
      counted.set(known, (counted.get(known) ?? 0) + 1);
    },
    counts: (): Counts => Object.fromEntries([...counted].toSorted(([, a], [, b]) => b - a)),
  };
}

function lengthsOf(lengths: readonly number[]): CaseSurvey['lengths'] {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? sorted[0] ?? 0;
  return sorted.length === 0 ? null : { least: at(0), median: at(0.5), p95: at(0.95), most: at(1) };
}

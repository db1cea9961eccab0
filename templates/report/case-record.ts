import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import type { RecordedCall } from '../../domain/cases/recorded.ts';
import type { BreakKind, Preference } from '../../domain/comparison/outcome.ts';
import { clipped } from '../text.ts';
import type { CaseOutcome } from './case-outcome.ts';
import { caseOutcome, passes } from './case-outcome.ts';
import { breakWords, failureWords } from './words-breaks.ts';

/** Longest text of a case that the page carries; what is left out is counted. */
const longest = 100_000;

/** What the list of cases shows and filters by; the page's script has all of these at hand. */
export interface CaseEntry {
  readonly id: string;
  readonly outcome: CaseOutcome;
  /** New hard breaks, and those that are gone, over all repetitions. */
  readonly broken: readonly BreakKind[];
  readonly healed: readonly BreakKind[];
  readonly failed: boolean;
  readonly judged: Preference | null;
  readonly tags: readonly string[];
  readonly start: string;
}

export interface BreaksOfCases {
  readonly broken: ReadonlyMap<string, readonly BreakKind[]>;
  readonly healed: ReadonlyMap<string, readonly BreakKind[]>;
}

export function caseEntry(kase: ReportedCase, primary: string | null, breaks: BreaksOfCases): CaseEntry {
  return {
    id: kase.caseId,
    outcome: caseOutcome(kase, primary),
    broken: breaks.broken.get(kase.caseId) ?? [],
    healed: breaks.healed.get(kase.caseId) ?? [],
    failed: [kase.current, kase.candidate].some((call) => call?.attempt.kind !== 'answered'),
    judged: kase.judgement?.preferred ?? null,
    tags: Object.entries(kase.tags).map(([name, value]) => clipped(`${name}: ${value}`, 80)),
    start: clipped(kase.prompt.slice(0, 1000), 140),
  };
}

/** What is read only once somebody opens a case, or looks for a text. */
export function caseRecord({ prompt, expected, current, candidate, judgement }: ReportedCase) {
  return {
    prompt: text(prompt),
    expected: expected === null ? null : text(expected),
    current: callRecord(current),
    candidate: callRecord(candidate),
    judgement: judgement && {
      preferred: judgement.preferred,
      consistent: judgement.consistent,
      reasons: judgement.reasons.map((reason) => clipped(reason, 2000)),
    },
  };
}

function callRecord(call: RecordedCall | null) {
  if (call === null) return null;
  const { attempt, answer, failure, frozen } = call;
  return {
    text: answer ? text(answer.text) : '',
    tools: answer ? text(answer.toolCalls.map((tool) => JSON.stringify(tool, null, 2)).join('\n')) : '',
    stop: answer?.stopReason ?? null,
    passed: passes(call),
    failure: attempt.kind === 'failed' ? [failureWords(attempt.error), clipped(failure ?? '', 2000)] : null,
    breaks: attempt.kind === 'answered' ? attempt.breaks.map((kind) => breakWords[kind]) : [],
    checks: attempt.kind === 'answered' ? attempt.checks : [],
    latencyMs: attempt.kind === 'answered' ? attempt.latencyMs : null,
    ttftMs: attempt.kind === 'answered' ? attempt.ttftMs : null,
    tokens: attempt.kind === 'answered' ? [attempt.inputTokens, attempt.outputTokens] : null,
    frozen,
  };
}

function text(whole: string): string {
  return whole.length <= longest
    ? whole
    : `${whole.slice(0, longest)}\n[${(whole.length - longest).toLocaleString('en-GB')} more characters are not shown]`;
}

import pLimit from 'p-limit';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import { isOutOfReach } from '../../domain/cases/model-fault.ts';
import type { Recorded, RecordedCall, Side } from '../../domain/cases/recorded.ts';
import { recordKey } from '../../domain/cases/recorded.ts';
import type { Random } from '../../domain/comparison/seeded-random.ts';
import { seededRandom } from '../../domain/comparison/seeded-random.ts';
import type { Scored } from '../scoring/score-answer.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import { adaptiveLimit } from './adaptive-limit.ts';
import type { AskModel } from './converse.ts';
import type { JudgePair } from './judge.ts';
import type { Asked, Patience } from './patient-asking.ts';
import { askPatiently } from './patient-asking.ts';
import { sideBySide } from './side-by-side.ts';

export interface RunTerms {
  readonly models: Readonly<Record<Side, string>>;
  readonly repeats: number;
  /** Calls under way at once, of both models together. */
  readonly concurrency: number;
  readonly seed: number;
  readonly ask: AskModel;
  readonly patience: Omit<Patience, 'random'>;
  readonly score: (kase: Case, answer: Answer) => Promise<Scored>;
  readonly judge: JudgePair | null;
  /** Answers of the current model that were kept from when it still answered. */
  readonly frozen: (kase: Case) => Answer | null;
  /** What an earlier run of the same comparison recorded; by `recordKey`, with the whole record only where its pair is not judged. */
  readonly earlier: ReadonlyMap<string, RecordedCall | null>;
  readonly record: (record: Recorded) => void;
}

/** The current model answers nobody here, and nothing of it was kept. */
export class OutOfReachError extends Error {
  override readonly name = 'OutOfReachError';
}

/** Answers in a row that must fail for good, with none before them, until a model is given up. */
const enoughToGiveUp = 5;

/**
 * Asks both models every case, in an order that is drawn for each case, and records each answer as it comes. What was recorded before
 * is not asked again. Cases are read as they are needed: memory does not grow with their number.
 */
export async function runCases(cases: AsyncIterable<Case>, terms: RunTerms): Promise<void> {
  const random = fractions(seededRandom(terms.seed));
  const slots = pLimit(terms.concurrency);
  const ask: AskModel = (...given) => slots(() => terms.ask(...given));
  const limits = { current: adaptiveLimit(terms.concurrency), candidate: adaptiveLimit(terms.concurrency) };
  const state = { currentAnswered: false, currentLost: 0 };
  // Twice as many cases as slots keep every slot busy.
  await sideBySide(cases, terms.concurrency * 2, async (kase) => {
    const pairs = Array.from({ length: terms.repeats }, (_, repeat) => {
      const sides: Side[] = random() < 0.5 ? ['current', 'candidate'] : ['candidate', 'current'];
      return answerPair(kase, repeat, sides, { ...terms, ask }, limits, state, random);
    });
    await Promise.all(pairs);
  });
}

function fractions(random: Random): () => number {
  return () => random() / 2 ** 32;
}

interface Reach {
  currentAnswered: boolean;
  currentLost: number;
}

async function answerPair(
  kase: Case,
  repeat: number,
  sides: readonly Side[],
  terms: RunTerms,
  limits: Readonly<Record<Side, AdaptiveLimit>>,
  reach: Reach,
  random: () => number,
): Promise<void> {
  const calls = await allOf(
    sides.map(async (side) => {
      const known = terms.earlier.get(recordKey({ caseId: kase.id, repeat, side }));
      if (known !== undefined) return known;
      const asked = await askPatiently(terms.ask, terms.models[side], kase, limits[side], {
        ...terms.patience,
        random,
      });
      const kept =
        side === 'current' && asked.kind === 'failed' && isOutOfReach(asked.fault) ? terms.frozen(kase) : null;
      if (side === 'current') giveUpEarly(asked, kept, reach);
      const record = await recordOf(
        kase,
        repeat,
        side,
        kept ? { kind: 'answered', answer: kept } : asked,
        kept !== null,
        terms,
      );
      terms.record(record);
      return record;
    }),
  );
  if (!terms.judge || terms.earlier.has(recordKey({ caseId: kase.id, repeat, side: 'judge' }))) return;
  const answerOf = (side: Side) => calls.find((call) => call?.side === side)?.answer ?? null;
  const [current, candidate] = [answerOf('current'), answerOf('candidate')];
  if (current && candidate)
    terms.record({ kind: 'judgement', caseId: kase.id, repeat, ...(await terms.judge(kase, current, candidate)) });
}

/** Lets all of them end, so that what was paid for is written down, and then throws what one of them threw. */
async function allOf<Value>(begun: readonly Promise<Value>[]): Promise<readonly Value[]> {
  await Promise.allSettled(begun);
  return Promise.all(begun);
}

/** A comparison with a model that never answers is no comparison: said after a few cases, not after all of them. */
function giveUpEarly(asked: Asked, kept: Answer | null, reach: Reach): void {
  if (asked.kind === 'answered' || kept) reach.currentAnswered = true;
  else if (isOutOfReach(asked.fault)) reach.currentLost += 1;
  if (asked.kind === 'failed' && !reach.currentAnswered && reach.currentLost >= enoughToGiveUp)
    throw new OutOfReachError(asked.message);
}

async function recordOf(
  kase: Case,
  repeat: number,
  side: Side,
  asked: Asked,
  frozen: boolean,
  { score }: RunTerms,
): Promise<RecordedCall> {
  const call = { kind: 'call', caseId: kase.id, repeat, side, frozen } as const;
  if (asked.kind === 'failed')
    return { ...call, attempt: { kind: 'failed', error: asked.fault }, answer: null, failure: asked.message };
  const { answer } = asked;
  const { latencyMs, ttftMs, inputTokens, outputTokens } = answer;
  const measured = frozen ? { latencyMs: null, ttftMs: null } : { latencyMs, ttftMs };
  const { breaks, checks, ...embedding } = await score(kase, answer);
  const attempt = { kind: 'answered', breaks, checks, ...measured, inputTokens, outputTokens } as const;
  return { ...call, attempt, answer, failure: null, ...embedding };
}

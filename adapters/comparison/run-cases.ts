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
import type { FirstFault } from './first-fault.ts';
import type { JudgePair } from './judge.ts';
import type { Reach } from './give-up-early.ts';
import { giveUpEarly } from './give-up-early.ts';
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
  /** Answers of the current model that were kept from when it still answered; `null` where none is kept for any case. */
  readonly frozen: ((kase: Case) => Answer | null) | null;
  /** What an earlier run of the same comparison recorded; by `recordKey`, with the whole record only where its pair is not judged. */
  readonly earlier: ReadonlyMap<string, RecordedCall | null>;
  /** What it throws ends the run, as any other fault does. */
  readonly record: (record: Recorded) => void;
  readonly over: FirstFault;
}

/**
 * Asks both models every case, in an order that is drawn for each case, and records each answer as it comes. What was recorded before
 * is not asked again. Cases are read as they are needed: memory does not grow with their number.
 */
export async function runCases(cases: AsyncIterable<Case>, terms: RunTerms): Promise<void> {
  const random = fractions(seededRandom(terms.seed));
  const slots = pLimit(terms.concurrency);
  // The time that an attempt may take begins when it has its slot.
  const slotted = (limit: AdaptiveLimit): AdaptiveLimit => ({
    ...limit,
    run: (work) => limit.run(() => slots(work)),
  });
  const limits = {
    current: slotted(adaptiveLimit(terms.concurrency)),
    candidate: slotted(adaptiveLimit(terms.concurrency)),
  };
  const reach: Reach = { currentAnswered: terms.frozen !== null, currentLost: 0 };
  // Twice as many cases as slots keep every slot busy.
  await sideBySide(cases, terms.concurrency * 2, async (kase) => {
    const pairs = Array.from({ length: terms.repeats }, (_, repeat) => {
      const sides: Side[] = random() < 0.5 ? ['current', 'candidate'] : ['candidate', 'current'];
      return answerPair(kase, repeat, sides, terms, limits, reach, random);
    });
    await allOf(pairs);
  });
}

function fractions(random: Random): () => number {
  return () => random() / 2 ** 32;
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
    sides.map((side) =>
      terms.over.watch(async () => {
        const known = terms.earlier.get(recordKey({ caseId: kase.id, repeat, side }));
        if (known !== undefined) return known;
        const asked = await askPatiently(terms.ask, terms.models[side], kase, limits[side], {
          ...terms.patience,
          random,
          goOn: terms.over.goOn,
        });
        const kept =
          side === 'current' && asked.kind === 'failed' && isOutOfReach(asked.fault)
            ? (terms.frozen?.(kase) ?? null)
            : null;
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
    ),
  );
  if (!terms.judge || terms.earlier.has(recordKey({ caseId: kase.id, repeat, side: 'judge' }))) return;
  const answerOf = (side: Side) => calls.find((call) => call?.side === side)?.answer ?? null;
  const [current, candidate] = [answerOf('current'), answerOf('candidate')];
  if (current && candidate) {
    const judgement = await terms.judge(kase, current, candidate);
    await terms.over.watch(() => terms.record({ kind: 'judgement', caseId: kase.id, repeat, ...judgement }));
  }
}

/** Lets all of them end, so that what was paid for is written down, and then throws what one of them threw. */
async function allOf<Value>(begun: readonly Promise<Value>[]): Promise<readonly Value[]> {
  await Promise.allSettled(begun);
  return Promise.all(begun);
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

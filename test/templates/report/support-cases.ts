import type { ReportedCase } from '../../../domain/cases/comparison-report.ts';
import type { RecordedCall, Side } from '../../../domain/cases/recorded.ts';
import type { Attempt } from '../../../domain/comparison/outcome.ts';
import { seededRandom } from '../../../domain/comparison/seeded-random.ts';
import { answered } from './compared.ts';

const topics = [
  ['refund', 'I want my money back for order', 'Refunds reach your account within 5 working days'],
  ['delivery', 'Where is my parcel of order', 'Your parcel left our warehouse and arrives within 2 working days'],
  [
    'warranty',
    'My kettle broke. Is it still covered, order',
    'Yes: every kettle is covered for 24 months from the day of delivery',
  ],
  [
    'account',
    'I can’t sign in any more. It is about order',
    'Use “Forgot password”; the link we send is valid for 30 minutes',
  ],
] as const;

/** How often the candidate fails a check that the current model meets, and the other way round. */
interface Planted {
  readonly losses: number;
  readonly gains: number;
}

/** Cases of a support desk, their answers and a planted difference; the same for the same seed. */
export function supportCases(count: number, { losses, gains }: Planted, seed = 11): ReportedCase[] {
  const next = seededRandom(seed);
  const random = () => next() / 2 ** 32;
  return Array.from({ length: count }, (_, index): ReportedCase => {
    const [topic, question, answer] = topics[index % topics.length] ?? topics[0];
    const luck = random();
    const caseId = `support-${String(index + 1).padStart(5, '0')}`;
    const order = 40_000 + index * 7;
    const passes = {
      current: luck >= gains && luck < 0.94 + gains,
      candidate: luck >= gains + losses ? luck < 0.94 + gains : luck < gains,
    };
    const call = (side: Side): RecordedCall => {
      const slow = side === 'current' ? 1200 : 800;
      const latencyMs = Math.round(slow * (0.6 + random() * 0.7 + (random() > 0.95 ? 2 : 0)));
      const attempt = attemptOf(side, passes[side], luck, latencyMs, gains);
      const failed = attempt.kind === 'failed';
      const text =
        side === 'current' ? currentText(answer, order, passes.current) : candidateText(answer, order, attempt);
      return {
        kind: 'call',
        caseId,
        repeat: 0,
        side,
        attempt,
        answer: failed
          ? null
          : {
              text,
              toolCalls: [],
              stopReason: 'end_turn',
              latencyMs,
              ttftMs: latencyMs / 4,
              inputTokens: 180,
              outputTokens: 60,
            },
        failure: failed ? 'Too many requests, please wait before trying again.' : null,
        frozen: false,
      };
    };
    const preferred = passes.current === passes.candidate ? 'tie' : passes.current ? 'current' : 'candidate';
    return {
      caseId,
      prompt: `${question} ${order}.\n\nPlease answer in two sentences, and name the next step.`,
      expected: answer,
      tags: { topic, language: index % 3 === 0 ? 'de' : 'en' },
      current: call('current'),
      candidate: call('candidate'),
      judgement: {
        kind: 'judgement',
        caseId,
        repeat: 0,
        preferred,
        consistent: luck * 10 - Math.floor(luck * 10) > 0.1,
        reasons: [
          preferred === 'current' ? 'A names the period that applies; B leaves it out.' : 'Both answer what was asked.',
          preferred === 'current'
            ? 'B is complete, A lacks the period.'
            : 'No difference that matters to the customer.',
        ],
        inputTokens: 600,
        outputTokens: 40,
      },
    };
  });
}

function attemptOf(side: Side, passed: boolean, luck: number, latencyMs: number, gains: number): Attempt {
  const fraction = (luck * 1000) % 1;
  if (side === 'candidate' && !passed && luck > gains && fraction > 0.94) return { kind: 'failed', error: 'throttled' };
  if (side === 'candidate' && !passed && luck > gains && fraction > 0.8)
    return answered(passed, ['refusal'], latencyMs);
  if (side === 'candidate' && !passed && luck > gains && fraction > 0.7)
    return answered(passed, ['truncated'], latencyMs);
  if (side === 'current' && !passed && fraction > 0.8) return answered(passed, ['malformed'], latencyMs);
  return answered(passed, [], latencyMs);
}

function currentText(answer: string, order: number, passed: boolean): string {
  return passed
    ? `Thank you for writing to us about order ${order}. ${answer}. As a next step, please reply to this message with a photo of the receipt.`
    : `Thank you for writing to us about order ${order}. As a next step, please reply to this message.`;
}

function candidateText(answer: string, order: number, attempt: Attempt): string {
  if (attempt.kind === 'answered' && attempt.breaks.includes('refusal'))
    return 'I’m sorry, but I can’t help with requests about individual orders.';
  if (attempt.kind === 'answered' && attempt.breaks.includes('truncated'))
    return `Thanks for getting in touch about order ${order}. ${answer.slice(0, 30)}`;
  return attempt.kind === 'answered' && attempt.checks[0]?.passed
    ? `Thanks for getting in touch about order ${order}. ${answer}. Next, reply to this message with a photo of your receipt.`
    : `Thanks for getting in touch about order ${order}. Refunds and repairs depend on the product; a colleague will tell you more. Next, reply to this message with a photo of your receipt.`;
}

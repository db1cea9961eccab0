import { createHash } from 'node:crypto';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { RecordedJudgement } from '../../domain/cases/recorded.ts';
import type { Preference } from '../../domain/comparison/outcome.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { AskModel } from './converse.ts';
import type { Patience } from './patient-asking.ts';
import { askPatiently } from './patient-asking.ts';

export type JudgePair = (
  kase: Case,
  current: Answer,
  candidate: Answer,
) => Promise<Pick<RecordedJudgement, 'preferred' | 'consistent' | 'reasons' | 'inputTokens' | 'outputTokens'>>;

/** Pinned: a run says by its hash which rubric it was judged by. */
const rubric = [
  'You compare two answers to the same request. Judge only how well each answer serves the person who asked: is it correct, complete,',
  'faithful to the instructions, and free of what was not asked for. Length, style and the order of the answers do not matter.',
  'If neither is clearly better, say tie. Answer with one JSON object and nothing else:',
  '{"reason": "one sentence", "better": "A" | "B" | "tie"}',
].join('\n');

export const rubricHash = createHash('sha256').update(rubric).digest('hex').slice(0, 16);

/**
 * Shows a model both answers blind, in both orders. A judge that contradicts itself has seen no difference: a tie. One that cannot be
 * read has said nothing.
 * @see https://arxiv.org/abs/2306.05685 (position bias of judges, and asking in both orders)
 */
export function judgeBy(ask: AskModel, modelId: string, limit: AdaptiveLimit, patience: Patience): JudgePair {
  const opinion = async (kase: Case, first: Answer, second: Answer) => {
    const asked = await askPatiently(ask, modelId, question(kase, first, second), limit, patience);
    if (asked.kind === 'failed') return { better: null, reason: asked.message, inputTokens: 0, outputTokens: 0 };
    const { text, inputTokens, outputTokens } = asked.answer;
    return { ...opinionIn(text), inputTokens, outputTokens };
  };
  return async (kase, current, candidate) => {
    const [there, back] = await Promise.all([opinion(kase, current, candidate), opinion(kase, candidate, current)]);
    const votes = [vote(there.better, 'current', 'candidate'), vote(back.better, 'candidate', 'current')] as const;
    return {
      preferred: votes[0] === null || votes[1] === null ? null : votes[0] === votes[1] ? votes[0] : 'tie',
      consistent: votes[0] !== null && votes[0] === votes[1],
      reasons: [there.reason, back.reason],
      inputTokens: there.inputTokens + back.inputTokens,
      outputTokens: there.outputTokens + back.outputTokens,
    };
  };
}

function vote(better: 'A' | 'B' | 'tie' | null, a: Preference, b: Preference): Preference | null {
  return better === 'A' ? a : better === 'B' ? b : better;
}

function question(kase: Case, first: Answer, second: Answer): Case {
  const request = JSON.stringify({ system: kase.system, messages: kase.messages });
  const reference = kase.expected === null ? '' : `\n\n<reference>\n${kase.expected}\n</reference>`;
  const text = `<request>\n${request}\n</request>${reference}\n\n<A>\n${shown(first)}\n</A>\n\n<B>\n${shown(second)}\n</B>`;
  return {
    ...kase,
    messages: [{ role: 'user', content: [{ text }] }],
    system: [rubric],
    tools: [],
    toolChoice: null,
    inference: { maxTokens: 300 },
  };
}

function shown({ text, toolCalls }: Answer): string {
  return toolCalls.length > 0 ? `${text}\n${JSON.stringify(toolCalls)}` : text;
}

function opinionIn(text: string): { better: 'A' | 'B' | 'tie' | null; reason: string } {
  const json = /\{[^]*\}/.exec(text)?.[0] ?? '';
  try {
    const { better, reason } = JSON.parse(json) as { better?: unknown; reason?: unknown };
    const read = better === 'A' || better === 'B' || better === 'tie' ? better : null;
    return { better: read, reason: typeof reason === 'string' ? reason : '' };
  } catch {
    return { better: null, reason: `not readable: ${text.slice(0, 200)}` };
  }
}

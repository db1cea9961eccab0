import { createHash } from 'node:crypto';
import type { Case } from '../../../domain/cases/case.ts';
import type { SimulatedAnswer, SimulatedRequest } from './simulated-bedrock.ts';

/** How often a model goes wrong with cases whose id begins so, and how often it is cut off: one in so many, or never. */
interface Weakness {
  readonly model: RegExp;
  readonly cases: RegExp;
  readonly wrong: number | null;
  readonly cutOff: number | null;
}

/** The first that fits holds. Planted, so that a newcomer sees a candidate that is ready and one that has regressed. */
const weaknesses: readonly Weakness[] = [
  { model: /claude-sonnet-5/, cases: /^(dispute|fees|allowed)-/, wrong: null, cutOff: null },
  { model: /claude-sonnet-5/, cases: /^(route|order)-/, wrong: 3, cutOff: 11 },
  { model: /custom-model-deployment/, cases: /^validation-/, wrong: null, cutOff: null },
  { model: /claude-sonnet-4-5/, cases: /^(dispute|fees|allowed)-/, wrong: 8, cutOff: null },
  { model: /./, cases: /./, wrong: 16, cutOff: null },
];

/** Models whose answers are made up: each knows the cases that it was shown, and goes wrong with some of them, always the same. */
export function simulatedModels() {
  const known = new Map<string, Case>();
  return {
    learn(kase: Case): void {
      known.set(promptOf(kase), kase);
    },
    answer({ modelId, prompt }: SimulatedRequest): SimulatedAnswer {
      const kase = known.get(prompt);
      if (prompt.startsWith('<request>')) return { kind: 'text', text: '{"reason": "simulated", "better": "tie"}' };
      if (!kase) return { kind: 'text', text: `A simulated answer of ${modelId}.` };
      const { wrong, cutOff } =
        weaknesses.find(({ model, cases }) => model.test(modelId) && cases.test(kase.id)) ?? noWeakness;
      const right = rightAnswer(kase);
      if (cutOff !== null && drawn(modelId, kase.id, 'cut') % cutOff === 0)
        return { kind: 'text', text: right.slice(0, 2), stopReason: 'max_tokens' };
      if (wrong !== null && drawn(modelId, kase.id, 'wrong') % wrong === 0)
        return { kind: 'text', text: wrongAnswer(right) };
      return { kind: 'text', text: right };
    },
  };
}

const noWeakness = { wrong: null, cutOff: null };

function promptOf({ messages }: Case): string {
  return (messages.at(-1)?.content ?? []).map(({ text }) => (typeof text === 'string' ? text : '')).join('');
}

/** What its checks ask for, as far as that can be said without thinking. */
function rightAnswer({ expected, checks }: Case): string {
  const contained = checks.flatMap(({ kind, value }) => (kind === 'contains' ? [value].flat().map(String) : []));
  return expected ?? (contained.length > 0 ? contained.join(' ') : 'A simulated answer.');
}

function wrongAnswer(right: string): string {
  if (/^[\d.,-]+$/.test(right)) return right.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return right === 'yes' ? 'no' : right === 'no' ? 'yes' : right === 'account' ? 'billing' : 'account';
}

/** The same number for the same model and case, on every machine. */
function drawn(...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join('\n')).digest().readUInt32BE();
}

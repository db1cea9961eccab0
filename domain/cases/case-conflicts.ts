import type { Case } from './case.ts';
import type { Limit, LimitKind, ModelLimits } from './model-limits.ts';

/** Cases that ask what a model does not take; each of them would fail there, whatever the model can do. */
export interface CaseConflict {
  readonly kind: LimitKind;
  readonly cases: number;
  /** The first of them. */
  readonly caseId: string;
  readonly limit: Limit;
}

/** Characters of a token, about: OpenAI's and Anthropic's pages both say four, of English. */
const charactersOfToken = 4;

/** Looks through cases one by one for what a model does not take. */
export function caseConflicts(limits: ModelLimits) {
  const found = new Map<LimitKind, { cases: number; readonly caseId: string; readonly limit: Limit }>();
  return {
    add(kase: Case): void {
      for (const limit of limits) {
        if (!conflicts(kase, limit)) continue;
        const known = found.get(limit.kind) ?? { cases: 0, caseId: kase.id, limit };
        known.cases += 1;
        found.set(limit.kind, known);
      }
    },
    /** The commonest first. */
    conflicts: (): readonly CaseConflict[] =>
      [...found].map(([kind, rest]) => ({ kind, ...rest })).toSorted((a, b) => b.cases - a.cases),
  };
}

function conflicts({ messages, system, tools, toolChoice, inference }: Case, limit: Limit): boolean {
  const { temperature, topP, maxTokens = 0 } = inference;
  switch (limit.kind) {
    case 'sampling':
      return (temperature ?? 1) !== 1 || (topP ?? 1) !== 1;
    case 'temperatureWithTopP':
      return temperature !== undefined && topP !== undefined;
    case 'prefill':
      return messages.at(-1)?.role === 'assistant';
    case 'forcedTool':
      return isForced(toolChoice);
    case 'tools':
      return tools.length > 0;
    case 'system':
      return system.length > 0;
    case 'image':
    case 'document':
      return messages.some(({ content }) => content.some((block) => limit.kind in block));
    case 'converse':
      return true;
    case 'maxTokens':
      return maxTokens > limit.most;
    case 'contextWindow':
      return wordsIn({ messages, system, tools }) / charactersOfToken + maxTokens > limit.most;
  }
}

/** `any` and `tool` force a call; `auto` leaves it to the model. */
function isForced(toolChoice: unknown): boolean {
  return typeof toolChoice === 'object' && toolChoice !== null && ('any' in toolChoice || 'tool' in toolChoice);
}

/** Characters that are read as text; the bytes of images and documents are counted otherwise. */
function wordsIn({ messages, system, tools }: Pick<Case, 'messages' | 'system' | 'tools'>): number {
  const said = messages.flatMap(({ content }) =>
    content.map(({ text }) => (typeof text === 'string' ? text.length : 0)),
  );
  const texts = [...said, ...system.map((text) => text.length)];
  return texts.reduce((sum, length) => sum + length, tools.length > 0 ? JSON.stringify(tools).length : 0);
}

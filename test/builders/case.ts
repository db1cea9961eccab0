import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';

export function aCase(id: string, overrides: Partial<Case> = {}): Case {
  return {
    id,
    messages: [{ role: 'user', content: [{ text: `question ${id}` }] }],
    system: [],
    tools: [],
    toolChoice: null,
    inference: {},
    expected: `answer ${id}`,
    checks: [{ kind: 'exact' }],
    tags: {},
    ...overrides,
  };
}

export function anAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    text: 'answer',
    toolCalls: [],
    stopReason: 'end_turn',
    latencyMs: 100,
    ttftMs: 20,
    inputTokens: 10,
    outputTokens: 5,
    ...overrides,
  };
}

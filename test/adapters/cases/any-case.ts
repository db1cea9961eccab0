import fc from 'fast-check';
import type { Case } from '../../../domain/cases/case.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const record = fc.dictionary(
  text.filter((key) => key !== '__proto__' && key !== 'json'),
  json,
  { maxKeys: 3, noNullPrototype: true },
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const block = fc.oneof(
  text.map((said) => ({ text: said })),
  fc.record({ toolUseId: text, name: text, input: record }).map((toolUse) => ({ toolUse })),
);
const turn = (role: 'user' | 'assistant') =>
  fc.array(block, { minLength: 1, maxLength: 3 }).map((content) => ({ role, content }));

const check = fc.oneof(
  fc.constantFrom<Case['checks'][number]>(
    { kind: 'exact', value: 'x' },
    { kind: 'contains', value: ['a', 'b'] },
    { kind: 'contains', value: { any: ['a'], ignoreCase: true } },
    { kind: 'regex', value: '(?i)^a' },
    { kind: 'number', value: { number: 3, relative: true }, threshold: 0.1 },
    { kind: 'json-schema', value: { type: 'object' } },
    { kind: 'json-path', value: { path: '$.a[0]', equals: null } },
    { kind: 'similarity', value: 'x', threshold: 0.9 },
    { kind: 'length-ratio', value: 40, threshold: 3 },
  ),
  text.filter((value) => value.trim() !== '').map((value) => ({ kind: 'rouge-l' as const, value })),
);

const inference = fc
  .record({
    maxTokens: optional(fc.integer({ min: 1, max: 9_999 })),
    temperature: optional(fc.constantFrom(0, 0.5, 1)),
    topP: optional(fc.constantFrom(0, 0.9, 1)),
    stopSequences: optional(fc.array(text, { maxLength: 2 })),
  })
  .map((config) => JSON.parse(JSON.stringify(config)) as Case['inference']);

const toolCalls = fc.array(fc.oneof(fc.record({ name: text }), fc.record({ name: text, input: json })), {
  maxLength: 2,
});

/** Any case that can be read. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    id: text,
    messages: fc.oneof(
      fc.tuple(turn('user')),
      fc.tuple(turn('user'), turn('assistant'), turn('user')),
      text.map((said) => [{ role: 'user' as const, content: [{ text: said }] }]),
    ),
    system: fc.array(text, { maxLength: 2 }),
    tools: fc.array(
      fc.record({
        name: text,
        description: fc.option(text),
        inputSchema: fc.constantFrom({}, { type: 'object' }, { required: ['a'] }),
      }),
      { maxLength: 2 },
    ),
    toolChoice: fc.option(fc.constantFrom({ auto: {} }, { tool: { name: 'x' } })),
    inference,
    expected: fc.option(text),
    calls: optional(toolCalls),
    checks: fc.array(check, { maxLength: 3 }),
    tags: fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      text,
      { maxKeys: 3, noNullPrototype: true },
    ),
  })
  .map(({ calls, ...rest }) => ({ ...rest, ...(calls && { expectedToolCalls: calls }) }));

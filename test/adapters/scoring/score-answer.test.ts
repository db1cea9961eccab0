import { describe, expect, it } from 'vitest';
import { NoEmbeddingError } from '../../../adapters/scoring/check-answer.ts';
import { scoreAnswer } from '../../../adapters/scoring/score-answer.ts';
import type { Answer } from '../../../domain/cases/answer.ts';
import type { Case, Check } from '../../../domain/cases/case.ts';
import { aCase, anAnswer } from '../../builders/case.ts';

const open = (overrides: Partial<Case> = {}) => aCase('one', { expected: null, checks: [], ...overrides });
const schema = { type: 'object', required: ['city'], properties: { city: { type: 'string' } } };
const asksJson: Check = { kind: 'json-schema', value: schema };
const refusal = "I'm sorry, but I can't help with that.";

const weather = {
  name: 'weather',
  description: null,
  inputSchema: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
};
const calls = (...toolCalls: Answer['toolCalls']) => ({ text: '', stopReason: 'tool_use', toolCalls });
const inParis = { name: 'weather', input: { city: 'Paris' } };
const inRome = { name: 'weather', input: { city: 'Rome' } };

describe('breaks', () => {
  it.each`
    kase                                                                                                        | answer                                                            | breaks           | why
    ${{}}                                                                                                       | ${{}}                                                             | ${[]}            | ${'an answer is an answer'}
    ${{}}                                                                                                       | ${{ stopReason: 'max_tokens' }}                                   | ${['truncated']} | ${'cut off'}
    ${{}}                                                                                                       | ${{ stopReason: 'model_context_window_exceeded' }}                | ${['truncated']} | ${'no more room'}
    ${{ checks: [asksJson] }}                                                                                   | ${{ stopReason: 'max_tokens', text: '{"city": "Pa' }}             | ${['truncated']} | ${'the cause, not that its JSON is cut off'}
    ${{}}                                                                                                       | ${{ stopReason: 'malformed_model_output', text: '' }}             | ${['malformed']} | ${'as Bedrock says, not empty'}
    ${{}}                                                                                                       | ${{ stopReason: 'malformed_tool_use' }}                           | ${['malformed']} | ${'as Bedrock says'}
    ${{}}                                                                                                       | ${{ stopReason: 'guardrail_intervened', text: '' }}               | ${['guardrail']} | ${'blocked'}
    ${{}}                                                                                                       | ${{ stopReason: 'content_filtered' }}                             | ${['guardrail']} | ${'filtered'}
    ${{}}                                                                                                       | ${{ stopReason: 'something_new' }}                                | ${[]}            | ${'a reason that nobody knows breaks nothing'}
    ${{}}                                                                                                       | ${{ stopReason: 'toString' }}                                     | ${[]}            | ${'nor does a name of JavaScript'}
    ${{}}                                                                                                       | ${{ text: ' \n ' }}                                               | ${['empty']}     | ${'nothing was said'}
    ${{}}                                                                                                       | ${{ text: refusal }}                                              | ${['refusal']}   | ${'it will not'}
    ${{ checks: [asksJson] }}                                                                                   | ${{ text: refusal }}                                              | ${['refusal']}   | ${'the cause, not that it is no JSON'}
    ${{ expected: 'I cannot help with that.' }}                                                                 | ${{ text: refusal }}                                              | ${[]}            | ${'it is asked to decline'}
    ${{ checks: [{ kind: 'contains', value: "I can't help with that" }] }}                                      | ${{ text: refusal }}                                              | ${[]}            | ${'also where a check says so'}
    ${{ checks: [asksJson] }}                                                                                   | ${{ text: ' {"city": "Paris"}\n' }}                               | ${[]}            | ${'JSON as asked'}
    ${{ checks: [asksJson] }}                                                                                   | ${{ text: '```json\n{"city": "Paris"}\n```' }}                    | ${['malformed']} | ${'a reader of JSON stumbles over a fence'}
    ${{ checks: [{ kind: 'json-path', value: '$.a' }] }}                                                        | ${{ text: 'a: 1' }}                                               | ${['malformed']} | ${'a path asks for JSON too'}
    ${{ checks: [asksJson] }}                                                                                   | ${{ text: '{"town": "Paris"}' }}                                  | ${['schema']}    | ${'JSON, but not as asked'}
    ${{ expected: 'The capital of France is Paris.' }}                                                          | ${{ text: '法国的首都是巴黎，位于塞纳河畔，是法国最大的城市。' }} | ${['language']}  | ${'another script'}
    ${{ expected: '{"city": "Paris", "country": "France"}', checks: [{ kind: 'json-path', value: '$.city' }] }} | ${{ text: '{"city": "Париж, столица Французской Республики"}' }}  | ${[]}            | ${'of JSON the checks can tell'}
  `(
    '$breaks: $why',
    async ({ kase, answer, breaks }: { kase: Partial<Case>; answer: Partial<Answer>; breaks: string[] }) => {
      expect((await scoreAnswer(open(kase), anAnswer(answer))).breaks).toEqual(breaks);
    },
  );

  it.each`
    kase                                                     | answer                                              | broken   | why
    ${{}}                                                    | ${calls(inParis)}                                   | ${false} | ${'a call as the tool takes it'}
    ${{}}                                                    | ${calls({ name: 'wether', input: {} })}             | ${true}  | ${'no such tool'}
    ${{ tools: [] }}                                         | ${calls(inParis)}                                   | ${true}  | ${'no tools at all'}
    ${{}}                                                    | ${calls({ name: 'weather', input: { town: 'x' } })} | ${true}  | ${'input that the tool does not take'}
    ${{}}                                                    | ${calls({ name: 'weather', input: '{"city":' })}    | ${true}  | ${'input that is no JSON'}
    ${{ expectedToolCalls: [inParis] }}                      | ${calls(inParis)}                                   | ${false} | ${'as expected'}
    ${{ expectedToolCalls: [inParis] }}                      | ${calls(inRome)}                                    | ${true}  | ${'another argument'}
    ${{ expectedToolCalls: [inParis] }}                      | ${{ text: 'It is sunny.' }}                         | ${true}  | ${'talk instead of a call'}
    ${{ expectedToolCalls: [inParis, inRome] }}              | ${calls(inRome, inParis)}                           | ${false} | ${'in any order'}
    ${{ expectedToolCalls: [inParis, inRome] }}              | ${calls(inParis)}                                   | ${true}  | ${'one is missing'}
    ${{ expectedToolCalls: [inParis, inRome] }}              | ${calls(inParis, inParis)}                          | ${true}  | ${'one twice, the other never'}
    ${{ expectedToolCalls: [inParis, inParis] }}             | ${calls(inParis, inRome)}                           | ${true}  | ${'one call is not two'}
    ${{ expectedToolCalls: [inParis] }}                      | ${calls(inParis, inRome)}                           | ${true}  | ${'one too many'}
    ${{ expectedToolCalls: [{ name: 'weather' }] }}          | ${calls(inRome)}                                    | ${false} | ${'any argument will do'}
    ${{ expectedToolCalls: [{ name: 'weather' }, inParis] }} | ${calls(inParis, inRome)}                           | ${false} | ${'the demanding one chooses first'}
    ${{ expectedToolCalls: [] }}                             | ${{ text: 'It is sunny.' }}                         | ${false} | ${'no call is expected'}
    ${{ expectedToolCalls: [] }}                             | ${calls(inParis)}                                   | ${true}  | ${'and one is made'}
    ${{ toolChoice: { any: {} } }}                           | ${{ text: 'It is sunny.' }}                         | ${true}  | ${'a call was forced'}
    ${{ toolChoice: { tool: { name: 'weather' } } }}         | ${calls(inParis)}                                   | ${false} | ${'the forced one was made'}
    ${{ toolChoice: { tool: { name: 'traffic' } } }}         | ${calls(inParis)}                                   | ${true}  | ${'another was forced'}
    ${{ toolChoice: { auto: {} } }}                          | ${{ text: 'It is sunny.' }}                         | ${false} | ${'nothing was forced'}
    ${{ expected: 'It is sunny.', checks: [asksJson] }}      | ${calls(inParis)}                                   | ${false} | ${'a call is no malformed JSON'}
  `(
    'a tool call is wrong, $broken: $why',
    async ({ kase, answer, broken }: { kase: Partial<Case>; answer: Partial<Answer>; broken: boolean }) => {
      const { breaks } = await scoreAnswer(open({ tools: [weather], ...kase }), anAnswer(answer));

      expect(breaks).toEqual(broken ? ['toolCall'] : []);
    },
  );
});

describe('checks', () => {
  it.each`
    check                                                                         | expected      | text                    | passed   | why
    ${{ kind: 'exact' }}                                                          | ${' Paris\n'} | ${'Paris '}             | ${true}  | ${'space around does not count'}
    ${{ kind: 'exact' }}                                                          | ${'Paris'}    | ${'Paris.'}             | ${false} | ${'a full stop does'}
    ${{ kind: 'exact', value: 'Rome' }}                                           | ${'Paris'}    | ${'Rome'}               | ${true}  | ${'its own value goes before the expected answer'}
    ${{ kind: 'regex', value: '^\\d{4}$' }}                                       | ${null}       | ${'2026'}               | ${true}  | ${'a pattern'}
    ${{ kind: 'regex', value: 'paris' }}                                          | ${null}       | ${'Paris'}              | ${false} | ${'capitals count'}
    ${{ kind: 'regex', value: '(?i)paris' }}                                      | ${null}       | ${'Paris'}              | ${true}  | ${'unless flagged'}
    ${{ kind: 'regex', value: '^(a+)+$' }}                                        | ${null}       | ${`${'a'.repeat(60)}b`} | ${false} | ${'a pattern that would never end'}
    ${{ kind: 'number', value: 42 }}                                              | ${null}       | ${'It is 42.'}          | ${true}  | ${'the last number'}
    ${{ kind: 'number', threshold: 0.5 }}                                         | ${'about 42'} | ${'It is 42.4.'}        | ${true}  | ${'the last number of the expected answer'}
    ${{ kind: 'number', value: '42' }}                                            | ${null}       | ${'It is 43.'}          | ${false} | ${'a number as text'}
    ${{ kind: 'number', value: { number: 100, relative: true }, threshold: 0.1 }} | ${null}       | ${'109'}                | ${true}  | ${'a tenth off'}
    ${asksJson}                                                                   | ${null}       | ${'{"city":"Paris"}'}   | ${true}  | ${'as the schema asks'}
    ${asksJson}                                                                   | ${null}       | ${'Paris'}              | ${false} | ${'no JSON'}
    ${{ kind: 'json-path', value: '$.city' }}                                     | ${'Paris'}    | ${'{"city":"Paris"}'}   | ${true}  | ${'the value at the path'}
    ${{ kind: 'length-ratio' }}                                                   | ${'four'}     | ${'eight888'}           | ${true}  | ${'twice as long'}
    ${{ kind: 'length-ratio' }}                                                   | ${'four'}     | ${'nine99999'}          | ${false} | ${'longer'}
    ${{ kind: 'length-ratio' }}                                                   | ${'four'}     | ${'2c'}                 | ${true}  | ${'half as long'}
    ${{ kind: 'length-ratio' }}                                                   | ${'four'}     | ${'1'}                  | ${false} | ${'shorter'}
    ${{ kind: 'length-ratio', value: 100, threshold: 4 }}                         | ${null}       | ${'x'.repeat(25)}       | ${true}  | ${'a length in characters'}
  `(
    '$check.kind, $passed: $why',
    async ({
      check,
      expected,
      text,
      passed,
    }: {
      check: Check;
      expected: string | null;
      text: string;
      passed: boolean;
    }) => {
      const { checks } = await scoreAnswer(open({ expected, checks: [check] }), anAnswer({ text }));

      expect(checks).toEqual([{ passed, score: null }]);
    },
  );

  it('gives one result for each check, in their order', async () => {
    const kase = open({ expected: 'Paris', checks: [{ kind: 'contains', value: 'x' }, { kind: 'exact' }] });

    expect((await scoreAnswer(kase, anAnswer({ text: 'Paris' }))).checks.map(({ passed }) => passed)).toEqual([
      false,
      true,
    ]);
  });

  it.each`
    text                        | threshold    | score   | passed   | why
    ${'police kill the gunman'} | ${undefined} | ${0.75} | ${true}  | ${'the example of Lin, 2004: 3 of 4 words in order'}
    ${'POLICE KILL THE GUNMAN'} | ${undefined} | ${0.75} | ${true}  | ${'capitals make no difference'}
    ${'the gunman kill police'} | ${undefined} | ${0.5}  | ${true}  | ${'2 of 4, just enough'}
    ${'the gunman kill police'} | ${0.6}       | ${0.5}  | ${false} | ${'not enough'}
    ${''}                       | ${undefined} | ${0}    | ${false} | ${'nothing was said'}
  `(
    'rouge-l is $score: $why',
    async ({
      text,
      threshold,
      score,
      passed,
    }: {
      text: string;
      threshold: number | undefined;
      score: number;
      passed: boolean;
    }) => {
      const check = { kind: 'rouge-l', ...(threshold !== undefined && { threshold }) } as const;
      const { checks } = await scoreAnswer(
        open({ expected: 'police killed the gunman', checks: [check] }),
        anAnswer({ text }),
      );

      expect(checks).toEqual([{ passed, score }]);
    },
  );

  it.each`
    text       | score  | passed   | why
    ${'near'}  | ${0.8} | ${true}  | ${'just near enough'}
    ${'far'}   | ${0.6} | ${false} | ${'not near enough'}
    ${'other'} | ${0}   | ${false} | ${'the opposite is no less than nothing'}
    ${''}      | ${0}   | ${false} | ${'nothing was said, and nothing is asked'}
  `('similarity is $score: $why', async ({ text, score, passed }: { text: string; score: number; passed: boolean }) => {
    const vectors: Record<string, number[]> = { wanted: [1, 0], near: [4, 3], far: [3, 4], other: [-1, 0] };
    const embed = (one: string) => Promise.resolve({ vector: vectors[one] ?? [], inputTokens: 3 });

    const { checks, embeddingTokens } = await scoreAnswer(
      open({ expected: 'wanted', checks: [{ kind: 'similarity' }] }),
      anAnswer({ text }),
      embed,
    );

    expect(checks).toEqual([{ passed, score }]);
    expect(embeddingTokens).toBe(text === '' ? undefined : 6);
  });

  it('says which case asks for similarity where there is nothing to measure it by', async () => {
    const scoring = scoreAnswer(open({ expected: 'a', checks: [{ kind: 'similarity' }] }), anAnswer());

    await expect(scoring).rejects.toThrow(
      new NoEmbeddingError('case one has a check of kind similarity, which needs an embedding model'),
    );
  });
});

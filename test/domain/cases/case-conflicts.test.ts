import { describe, expect, it } from 'vitest';
import { modelLimits } from '../../../catalogue/model-limits.ts';
import type { Case } from '../../../domain/cases/case.ts';
import { caseConflicts } from '../../../domain/cases/case-conflicts.ts';
import { aCase } from '../../builders/case.ts';

const conflictsOf = (candidate: string, ...cases: Partial<Case>[]) => {
  const looking = caseConflicts(modelLimits(candidate));
  for (const [index, kase] of cases.entries()) looking.add(aCase(`case-${index}`, kase));
  return looking.conflicts().map(({ kind, cases: count, caseId }) => [kind, count, caseId]);
};

const tool = { name: 'weather', description: null, inputSchema: {} };
const spoke = { role: 'assistant', content: [{ text: '{' }] } as const;
const asked = { role: 'user', content: [{ text: 'What?' }] } as const;
const withImage = { role: 'user', content: [{ image: { format: 'png', source: { bytes: 'AAAA' } } }] } as const;
const withDocument = { role: 'user', content: [{ document: { format: 'txt', name: 'a', source: {} } }] } as const;

const sonnet5 = 'us.anthropic.claude-sonnet-5';
const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const sonnet55 = 'global.anthropic.claude-sonnet-5-5';
const micro = 'amazon.nova-micro-v1:0';

describe('what cases ask that a candidate does not take', () => {
  it.each`
    candidate                                                                              | kase                                            | kinds                      | why
    ${sonnet5}                                                                             | ${{ inference: { temperature: 0 } }}            | ${['sampling']}            | ${'it refuses sampling parameters'}
    ${sonnet5}                                                                             | ${{ inference: { topP: 0.9 } }}                 | ${['sampling']}            | ${'topP is one'}
    ${sonnet5}                                                                             | ${{ inference: { temperature: 1 } }}            | ${[]}                      | ${'the default is no error'}
    ${'anthropic.claude-opus-4-8'}                                                         | ${{ inference: { temperature: 0 } }}            | ${['sampling']}            | ${'so does Opus since 4.7'}
    ${sonnet45}                                                                            | ${{ inference: { temperature: 0 } }}            | ${[]}                      | ${'older ones take either'}
    ${sonnet45}                                                                            | ${{ inference: { temperature: 0, topP: 0.9 } }} | ${['temperatureWithTopP']} | ${'but not both'}
    ${sonnet5}                                                                             | ${{ messages: [asked, spoke] }}                 | ${['prefill']}             | ${'it must end with the user'}
    ${sonnet45}                                                                            | ${{ messages: [asked, spoke] }}                 | ${[]}                      | ${'older ones go on from there'}
    ${sonnet55}                                                                            | ${{ tools: [tool], toolChoice: { any: {} } }}   | ${['forcedTool']}          | ${'a call cannot be forced'}
    ${sonnet55}                                                                            | ${{ tools: [tool], toolChoice: { auto: {} } }}  | ${[]}                      | ${'left to the model it can be made'}
    ${sonnet5}                                                                             | ${{ tools: [tool], toolChoice: { any: {} } }}   | ${[]}                      | ${'the one before takes it'}
    ${'amazon.titan-text-lite-v1'}                                                         | ${{ tools: [tool], system: ['Be brief.'] }}     | ${['tools', 'system']}     | ${'an old model takes neither'}
    ${micro}                                                                               | ${{ messages: [withImage] }}                    | ${['image']}               | ${'it reads text alone'}
    ${micro}                                                                               | ${{ messages: [withDocument] }}                 | ${['document']}            | ${'and no documents'}
    ${sonnet5}                                                                             | ${{ inference: { maxTokens: 128_001 } }}        | ${['maxTokens']}           | ${'it writes no more'}
    ${sonnet5}                                                                             | ${{ inference: { maxTokens: 128_000 } }}        | ${[]}                      | ${'just as much it does'}
    ${micro}                                                                               | ${{ system: ['x'.repeat(4 * 128_001)] }}        | ${['contextWindow']}       | ${'its context is shorter'}
    ${'amazon.titan-embed-text-v2:0'}                                                      | ${{}}                                           | ${['converse']}            | ${'it does not converse'}
    ${'nobody.knows-it'}                                                                   | ${{ inference: { temperature: 0, topP: 0 } }}   | ${[]}                      | ${'nothing is known, and nothing said'}
    ${'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl'} | ${{ inference: { temperature: 0 } }}            | ${[]}                      | ${'nor of a model that its profile hides'}
  `(
    '$kinds on $candidate: $why',
    ({ candidate, kase, kinds }: { candidate: string; kase: Partial<Case>; kinds: readonly string[] }) => {
      expect(conflictsOf(candidate, kase)).toEqual(kinds.map((kind) => [kind, 1, 'case-0']));
    },
  );

  it('are counted, the commonest first, with the first case of each', () => {
    const found = conflictsOf(
      sonnet5,
      { messages: [asked, spoke] },
      { inference: { temperature: 0 } },
      { inference: { temperature: 0.5 } },
      {},
    );

    expect(found).toEqual([
      ['sampling', 2, 'case-1'],
      ['prefill', 1, 'case-0'],
    ]);
  });
});

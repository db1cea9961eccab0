import { describe, expect, it } from 'vitest';
import { importSupport } from '../../../catalogue/import-support.ts';
import type { ModelFiles } from '../../../domain/custom-models/weights-problems.ts';
import { weightsReport } from '../../../domain/custom-models/weights-problems.ts';

const good = new Map([
  ['config.json', 600],
  ['tokenizer.json', 9_000],
  ['tokenizer_config.json', 400],
  ['model-00001-of-00002.safetensors', 5e9],
  ['model-00002-of-00002.safetensors', 5e9],
]);
const config = { architectures: ['LlamaForCausalLM'], contextTokens: 8192, transformers: '4.51.3' };
const report = (change: Partial<ModelFiles> = {}, region = 'eu-central-1') =>
  weightsReport({ files: good, config, ...change }, region, importSupport);
const without = (...names: string[]) => new Map([...good].filter(([name]) => !names.some((one) => name.endsWith(one))));
const like = (className: string) => ({ config: { ...config, architectures: [className] } });

describe('weightsReport', () => {
  it('takes a model in Hugging Face form, and says what it is', () => {
    expect(report()).toEqual({ problems: [], warnings: [], architecture: 'LlamaForCausalLM', bytes: 10e9 });
  });

  it.each`
    change                                                                                                  | problem                                                       | why
    ${{ files: without('.safetensors') }}                                                                   | ${'there is no .safetensors file'}                            | ${'no weights'}
    ${{ files: new Map([...without('.safetensors'), ['pytorch_model.bin', 9]]) }}                           | ${'pytorch_model.bin: weights must be in safetensors'}        | ${'pickled weights'}
    ${{ files: without('tokenizer.json') }}                                                                 | ${'no tokenizer.json or tokenizer.model'}                     | ${'no tokenizer'}
    ${{ files: without('tokenizer_config.json') }}                                                          | ${'no tokenizer_config.json'}                                 | ${'no settings of it'}
    ${{ files: new Map([...good].filter(([name]) => name !== 'config.json')), config: null }}               | ${'no config.json'}                                           | ${'no config'}
    ${like('BertModel')}                                                                                    | ${'the architecture BertModel; expected one of Mistral'}      | ${'an architecture that is not supported'}
    ${{ config: { ...config, architectures: [] } }}                                                         | ${'the architecture none'}                                    | ${'no architecture'}
    ${like('GptOssForCausalLM')}                                                                            | ${'GPT-OSS can be imported in us-east-1 only'}                | ${'an architecture of one Region'}
    ${{ files: new Map([...good, ['more.safetensors', 190e9]]) }}                                           | ${'the weights are 200 GB; they must be smaller than 200 GB'} | ${'too large for text'}
    ${{ ...like('MllamaForConditionalGeneration'), files: new Map([...good, ['more.safetensors', 95e9]]) }} | ${'smaller than 100 GB'}                                      | ${'too large for images'}
    ${{ config: { ...config, contextTokens: 131_073 } }}                                                    | ${'max_position_embeddings in config.json is 131073'}         | ${'too long a context'}
  `('refuses $why', ({ change, problem }: { change: Partial<ModelFiles>; problem: string }) => {
    expect(report(change).problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each`
    change                                                                        | why
    ${{ config: { ...config, contextTokens: 131_072 } }}                          | ${'the context of Llama 3.1'}
    ${{ config: { ...config, contextTokens: null } }}                             | ${'a context that is not told'}
    ${{ files: new Map([...without('tokenizer.json'), ['tokenizer.model', 1]]) }} | ${'the older form of tokenizer'}
  `('takes $why', ({ change }: { change: Partial<ModelFiles> }) => {
    expect(report(change).problems).toEqual([]);
  });

  it('takes GPT-OSS where it is supported', () => {
    expect(report(like('GptOssForCausalLM'), 'us-east-1').problems).toEqual([]);
  });

  it('warns of another version of the library', () => {
    expect(report({ config: { ...config, transformers: '4.57.0' } }).warnings).toEqual([
      'config.json was written by transformers 4.57.0; Bedrock runs 4.51.3',
    ]);
  });
});

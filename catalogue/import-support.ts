import type { ImportSupport } from '../domain/custom-models/weights-problems.ts';
import type { ImportRegions } from '../domain/custom-models/import-terms-problems.ts';

/** The day on which the pages were read. */
const asOf = '2026-11-21';

/** Where Custom Model Import is offered; the page speaks of commercial Regions only. */
export const importRegions: ImportRegions = {
  partition: 'aws',
  regions: ['eu-central-1', 'us-east-1', 'us-east-2', 'us-west-2'],
  asOf,
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html',
};

/**
 * What can be imported. The page names families; the classes are those that Hugging Face's library writes into config.json for them. It reads
 * "less than 128K" of the context: 131,072 is taken as within it, for the Llama 3.1 models that the page lists have that.
 */
export const importSupport: ImportSupport = {
  regions: importRegions,
  architectures: [
    { className: 'MistralForCausalLM', family: 'Mistral', multimodal: false },
    { className: 'MixtralForCausalLM', family: 'Mixtral', multimodal: false },
    { className: 'T5ForConditionalGeneration', family: 'Flan', multimodal: false },
    { className: 'LlamaForCausalLM', family: 'Llama 2 to 3.3', multimodal: false },
    { className: 'MllamaForConditionalGeneration', family: 'Mllama', multimodal: true },
    { className: 'GPTBigCodeForCausalLM', family: 'GPTBigCode', multimodal: false },
    { className: 'Qwen2ForCausalLM', family: 'Qwen2 and Qwen2.5', multimodal: false },
    { className: 'Qwen2VLForConditionalGeneration', family: 'Qwen2-VL', multimodal: true },
    { className: 'Qwen2_5_VLForConditionalGeneration', family: 'Qwen2.5-VL', multimodal: true },
    { className: 'Qwen3ForCausalLM', family: 'Qwen3', multimodal: false },
    { className: 'Qwen3MoeForCausalLM', family: 'Qwen3', multimodal: false },
    { className: 'GptOssForCausalLM', family: 'GPT-OSS', multimodal: false, regions: ['us-east-1'] },
  ],
  weightBytes: { text: 200_000_000_000, multimodal: 100_000_000_000 },
  contextTokens: 131_072,
  transformers: '4.51.3',
  quotas: { models: 3, jobs: 1, asOf, reference: 'https://docs.aws.amazon.com/general/latest/gr/bedrock.html' },
};

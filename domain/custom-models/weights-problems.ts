import type { ImportQuotas } from './import-room.ts';
import type { ImportRegions } from './import-terms-problems.ts';

interface ImportArchitecture {
  /** As in `architectures` of config.json. */
  readonly className: string;
  readonly family: string;
  readonly multimodal: boolean;
  /** Where it is supported, if not wherever import is. */
  readonly regions?: readonly string[];
}

/** What Custom Model Import takes, as a source says. */
export interface ImportSupport {
  readonly regions: ImportRegions;
  readonly architectures: readonly ImportArchitecture[];
  /** The weights must be smaller. */
  readonly weightBytes: { readonly text: number; readonly multimodal: number };
  /** The longest context. */
  readonly contextTokens: number;
  /** Version of Hugging Face's library that Bedrock runs. */
  readonly transformers: string;
  readonly quotas: ImportQuotas;
}

/** The files of a model in a bucket, and what its config.json says; `null` where it does not say. */
export interface ModelFiles {
  /** By name under the prefix: bytes. */
  readonly files: ReadonlyMap<string, number>;
  readonly config: {
    readonly architectures: readonly string[];
    readonly contextTokens: number | null;
    readonly transformers: string | null;
  } | null;
}

/** What keeps a model from being imported, and what may. */
export interface WeightsReport {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly architecture: string | null;
  readonly bytes: number;
}

/**
 * Whether files can be imported as a model: Hugging Face's form with safetensors, a supported architecture, within the limits of size and context.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
 */
export function weightsReport({ files, config }: ModelFiles, region: string, support: ImportSupport): WeightsReport {
  const known = support.architectures.find(({ className }) => config?.architectures.includes(className));
  const weights = [...files].filter(([name]) => name.endsWith('.safetensors'));
  const bytes = weights.reduce((sum, [, size]) => sum + size, 0);
  const most = known?.multimodal ? support.weightBytes.multimodal : support.weightBytes.text;
  const context = config?.contextTokens ?? 0;
  const { asOf, reference } = support.regions;

  return {
    problems: [
      ...fileProblems(files, weights.length),
      ...(config && !known ? [architectureProblem(config.architectures, support)] : []),
      ...(known?.regions && !known.regions.includes(region)
        ? [
            `${known.family} can be imported in ${known.regions.join(', ')} only, not in ${region} (as of ${asOf}, ${reference})`,
          ]
        : []),
      ...(bytes >= most
        ? [
            `the weights are ${gigabytes(bytes)}; they must be smaller than ${gigabytes(most)} (as of ${asOf}, ${reference})`,
          ]
        : []),
      ...(context > support.contextTokens
        ? [
            `max_position_embeddings in config.json is ${context}; at most ${support.contextTokens} can be imported (as of ${asOf}, ${reference})`,
          ]
        : []),
    ],
    warnings:
      config?.transformers && config.transformers !== support.transformers
        ? [`config.json was written by transformers ${config.transformers}; Bedrock runs ${support.transformers}`]
        : [],
    architecture: known?.className ?? null,
    bytes,
  };
}

function fileProblems(files: ReadonlyMap<string, number>, weights: number): readonly string[] {
  const pickled = [...files.keys()].filter((name) => /\.(?:bin|pt|pth|gguf)$/.test(name));
  const tokenizer = ['tokenizer.json', 'tokenizer.model'].some((name) => files.has(name));
  return [
    ...(weights > 0
      ? []
      : [
          pickled.length > 0
            ? `${pickled.join(', ')}: weights must be in safetensors form (https://huggingface.co/docs/safetensors/en/convert-weights)`
            : 'there is no .safetensors file: expected the weights in Hugging Face form',
        ]),
    ...['config.json', 'tokenizer_config.json']
      .filter((name) => !files.has(name))
      .map((name) => `there is no ${name}: expected it beside the weights`),
    ...(tokenizer ? [] : ['there is no tokenizer.json or tokenizer.model: expected one beside the weights']),
  ];
}

function architectureProblem(given: readonly string[], { architectures, regions }: ImportSupport): string {
  const supported = architectures.map(({ className }) => className).join(', ');
  const named = given.length > 0 ? given.join(', ') : 'none';
  return `config.json names the architecture ${named}; expected one of ${supported} (as of ${regions.asOf}, ${regions.reference})`;
}

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1e9)} GB`;
}

import { isCustomModelName } from './custom-model-name.ts';
import type { SourceModel } from './source-model.ts';

/** Regions by base model id, as a page says. */
export interface RegionTable {
  readonly asOf: string;
  readonly reference: string;
  readonly regions: Readonly<Record<string, readonly string[]>>;
}

/** Where customised models can be copied to and served. */
export interface CopySupport {
  readonly copy: RegionTable;
  readonly provisioned: RegionTable;
  readonly deployment: RegionTable;
}

/** How a copy is made callable: on demand, by throughput that is paid by the hour, or not yet. */
export type Serving = 'deployment' | 'provisioned' | 'none';

/** What a person asks for. */
export interface PromotionRequest {
  readonly source: Extract<SourceModel, { kind: 'custom' }>;
  readonly targetAccount: string;
  readonly regions: readonly string[];
  /** Of the copy, in every Region. */
  readonly name: string;
  readonly serving: Serving;
  /** ARN of the key that encrypts the copy, by Region. */
  readonly keys: Readonly<Record<string, string>>;
  /** Names one go at it: what an earlier one left and somebody removed is made anew, while a retry within it makes nothing twice. */
  readonly round?: string;
}

/**
 * What keeps a promotion from succeeding that can be told without asking AWS: name, Regions, keys.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCopyJob.html
 */
export function promotionProblems(request: PromotionRequest, support: CopySupport): readonly string[] {
  const { targetAccount, regions, name } = request;
  return [
    ...(/^\d{12}$/.test(targetAccount)
      ? []
      : [`--to: expected the 12 digits of an account, got ${targetAccount || 'nothing'}`]),
    ...(isCustomModelName(name)
      ? []
      : [`--name: expected up to 63 letters, digits, single hyphens and underscores, got ${name || 'nothing'}`]),
    ...(regions.length > 0 ? [] : ['--regions: expected at least one Region']),
    ...targetProblems(request, support, '--model-key'),
  ];
}

/** The same of Regions and keys alone; `keyField` is where a person wrote the keys. */
export function targetProblems(request: PromotionRequest, support: CopySupport, keyField: string): readonly string[] {
  const { source, regions, serving, keys } = request;
  return [
    ...regions.flatMap((region) => regionProblems(source.foundationModel, region, serving, support)),
    ...Object.entries(keys).flatMap(([region, key]) =>
      keyProblems(region, key, request).map((expected) => `${keyField}: ${expected}`),
    ),
  ];
}

function regionProblems(model: string, region: string, serving: Serving, support: CopySupport): readonly string[] {
  const notIn = ({ regions, asOf, reference }: RegionTable, what: string): readonly string[] => {
    const offered = regions[model] ?? [];
    if (offered.includes(region)) return [];
    const where = offered.length > 0 ? `in ${offered.join(', ')}` : 'nowhere';
    return [`${region}: a custom ${model} can be ${what} ${where} (as of ${asOf}, ${reference})`];
  };
  return [
    ...notIn(support.copy, 'copied to, says the page,'),
    ...(serving === 'provisioned' ? notIn(support.provisioned, 'given provisioned throughput') : []),
    ...(serving === 'deployment' ? notIn(support.deployment, 'deployed on demand') : []),
  ];
}

function keyProblems(
  region: string,
  key: string,
  { targetAccount, regions, source }: PromotionRequest,
): readonly string[] {
  const like = `arn:${source.partition}:kms:${region}:${targetAccount}:key/…`;
  const fits = regions.includes(region) && key.startsWith(like.slice(0, -1)) && /:key\/[\w-]+$/.test(key);
  return fits
    ? []
    : [`expected the ARN of a key of the target account in one of the Regions, such as ${like}, got ${key}`];
}

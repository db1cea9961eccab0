import type { OfferedModel } from './offered-models.ts';

/**
 * Regions that AWS's own profiles send calls to, by their prefix. The true lists differ by model and change; these are made up
 * after their kind.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const destinations: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  apac: ['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
  global: ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-1', 'ap-northeast-1'],
};

export interface SystemProfile {
  readonly id: string;
  readonly modelId: string;
  readonly name: string;
  readonly regions: readonly string[];
}

/** Profiles that AWS offers from a Region, one for each Anthropic model and prefix. */
export function systemProfiles(models: readonly OfferedModel[], region: string): readonly SystemProfile[] {
  const prefixes = Object.keys(destinations).filter((prefix) => isOffered(prefix, region));
  return models
    .filter(({ provider }) => provider === 'Anthropic')
    .flatMap(({ modelId, name }) => prefixes.map((prefix) => systemProfile(prefix, modelId, name)));
}

/** The profile behind its id; an id without a prefix is a model in one Region. */
export function destinationsOf(profileId: string, region: string): { modelId: string; regions: readonly string[] } {
  const prefix = Object.keys(destinations).find((one) => profileId.startsWith(`${one}.`));
  if (!prefix) return { modelId: profileId, regions: [region] };
  return { modelId: profileId.slice(prefix.length + 1), regions: destinations[prefix] ?? [region] };
}

function isOffered(prefix: string, region: string): boolean {
  if (prefix === 'global') return true;
  if (prefix === 'us' || prefix === 'eu') return region.startsWith(`${prefix}-`);
  return destinations[prefix]?.includes(region) ?? false;
}

function systemProfile(prefix: string, modelId: string, modelName: string): SystemProfile {
  const name = `${prefix.toUpperCase()} ${modelName}`;
  return { id: `${prefix}.${modelId}`, modelId, name, regions: destinations[prefix] ?? [] };
}

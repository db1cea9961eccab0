import type { CatalogueModel } from '../catalogue.ts';

/** What one batch inference job of a model may hold. */
export interface BatchLimits {
  readonly leastRecords: number;
  readonly mostRecords: number;
  /** Of the one file of records. */
  readonly mostBytes: number;
}

/** A quota as Service Quotas gives it. */
export interface NamedQuota {
  readonly name: string;
  readonly value: number;
}

/**
 * What most models have where nobody asked for more.
 * @see https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock
 */
export const usualBatchLimits: BatchLimits = { leastRecords: 100, mostRecords: 50_000, mostBytes: 1e9 };

const counts = /^(?<least>minimum number of )?records(?: per input file)? per batch inference job for (?<model>.+)$/i;
const sizes = /^batch inference (?:input file|job) size(?: \(in GB\))? for (?<model>.+?)(?: \(in GB\))?$/i;

/** The limits of a model by the names of its quotas: a quota that is not there is as it usually is, and of several the strictest counts. */
export function batchLimits(
  model: Pick<CatalogueModel, 'name' | 'provider'> | undefined,
  quotas: readonly NamedQuota[],
): BatchLimits {
  const own = (pattern: RegExp) =>
    quotas.flatMap(({ name, value }) => {
      const { model: named, least } = pattern.exec(name.trim())?.groups ?? {};
      return model && isNamed(model, named ?? '') ? [{ isLeast: least !== undefined, value }] : [];
    });
  const counted = own(counts);
  const least = counted.filter(({ isLeast }) => isLeast).map(({ value }) => value);
  const most = counted.filter(({ isLeast }) => !isLeast).map(({ value }) => value);
  const gigabytes = own(sizes).map(({ value }) => value);
  return {
    leastRecords: least.length > 0 ? Math.max(...least) : usualBatchLimits.leastRecords,
    mostRecords: most.length > 0 ? Math.min(...most) : usualBatchLimits.mostRecords,
    mostBytes: gigabytes.length > 0 ? Math.min(...gigabytes) * 1e9 : usualBatchLimits.mostBytes,
  };
}

/** The whole name, with its provider or without: `Claude Sonnet 4` also begins `Claude Sonnet 4.5`. */
function isNamed({ name, provider }: Pick<CatalogueModel, 'name' | 'provider'>, named: string): boolean {
  return [name, `${provider} ${name}`]
    .flatMap((one) => [one, `${one} V1`])
    .some((one) => one.toLowerCase() === named.toLowerCase());
}

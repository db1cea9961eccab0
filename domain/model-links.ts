import { baseModelId } from './model-id.ts';

/** What one thing that can be called stands for: a profile's models, a custom model's base, a deployment's model. */
export interface ModelLink {
  /** Every way to name it: its ARN, its id, its name where calls may use it. */
  readonly names: readonly string[];
  readonly targets: readonly string[];
}

export interface ResolvedReference {
  /** Base foundation models, sorted; none where the chain ends in something that has none. */
  readonly modelIds: readonly string[];
  /** What was passed on the way, nearest first. */
  readonly through: readonly string[];
}

/**
 * Follows a reference through profiles, custom models, deployments and provisioned throughput to the base models behind it. A link
 * is believed before the text of an ARN, and a circle ends where it began.
 */
export function modelResolver(links: readonly ModelLink[]): (reference: string) => ResolvedReference {
  const byName = new Map(links.flatMap((link) => link.names.map((name) => [name.toLowerCase(), link] as const)));

  return (reference) => {
    const modelIds = new Set<string>();
    const through: string[] = [];
    const visited = new Set<ModelLink>();
    const queue = [reference];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const link = byName.get(next.toLowerCase());
      if (link && !visited.has(link)) {
        visited.add(link);
        through.push(link.names[0] ?? next);
        queue.push(...link.targets);
      } else if (!link) {
        const base = baseModelId(next);
        if (base !== null) modelIds.add(base);
      }
    }
    return { modelIds: [...modelIds].toSorted(), through };
  };
}

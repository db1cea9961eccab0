import type { ComparisonRequested } from './comparison-run.ts';
import { allRegions } from './lifecycle.ts';
import { foundReplacement } from './replacement.ts';
import type { Situation } from './situation.ts';

/** Nobody looks at the price of a run that a policy asks for: enough cases for a verdict in most cases, and no more. */
const mostCases = 500;

const homeRegion = 'us-east-1';

/**
 * What a policy asks for: once a model leaves, and while it still answers, the cases of its team with the replacement. `null` where the
 * team has no dataset, or nobody names a replacement that lives.
 */
export function requestByPolicy({
  migration,
  team,
  timeline,
  lifecycle,
  successor,
  now,
}: Situation): ComparisonRequested | null {
  const candidate = foundReplacement(successor)?.modelId ?? null;
  const answers = timeline.stage !== 'endOfLife' && lifecycle.withdrawal === null;
  if (team.dataset === null || candidate === null || !answers || migration.status !== 'open') return null;
  const regions = migration.affected.map(({ region }) => region).filter((region) => region !== allRegions);
  return {
    key: ['comparison', 'policy', migration.id, candidate].join('|'),
    current: migration.modelId,
    candidate,
    region: regions.toSorted()[0] ?? homeRegion,
    dataset: team.dataset,
    sample: mostCases,
    judge: null,
    budget: null,
    migrationIds: [migration.id],
    requestedBy: null,
    at: now.toUTC().toISO() ?? '',
  };
}

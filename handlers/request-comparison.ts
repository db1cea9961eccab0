import type { ComparisonRequested } from '../domain/comparison-run.ts';
import { requestByPolicy } from '../domain/requested-by-policy.ts';
import type { Situation } from '../domain/situation.ts';
import type { RequestDeps } from './comparison-ports.ts';
import { performOnce } from './perform-once.ts';

/** Asks for the comparison of a migration with its replacement, once for each replacement, where its team has cases to compare with. */
export async function requestComparisonByPolicy(
  situation: Situation,
  { ledger, requestComparison }: RequestDeps,
): Promise<ComparisonRequested | null> {
  const request = requestByPolicy(situation);
  if (request === null) return null;
  // A request that is published twice is known by its key: there is nothing to look for.
  await performOnce(request.key, ledger, () => requestComparison(request).then(() => null));
  return request;
}

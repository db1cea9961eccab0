import type { PromotionTarget } from './custom-model-migration.ts';
import type { PromotionRequest } from './promotion-problems.ts';

/** A promotion to targets in one account that are served alike; `null` without any. */
export function promotionRequest(
  source: PromotionRequest['source'],
  name: string,
  targets: readonly PromotionTarget[],
): PromotionRequest | null {
  const [first] = targets;
  return first
    ? {
        source,
        targetAccount: first.account,
        regions: targets.map(({ region }) => region),
        name,
        serving: first.serving,
        keys: Object.fromEntries(targets.flatMap(({ region, key }) => (key === null ? [] : [[region, key]]))),
      }
    : null;
}

/** A promotion for each account and way of serving. */
export function promotionRequests(
  source: PromotionRequest['source'],
  name: string,
  targets: readonly PromotionTarget[],
): readonly PromotionRequest[] {
  const groupOf = ({ account, serving }: PromotionTarget) => `${account} ${serving}`;
  return [...new Set(targets.map(groupOf))].flatMap(
    (group) =>
      promotionRequest(
        source,
        name,
        targets.filter((one) => groupOf(one) === group),
      ) ?? [],
  );
}

import type { CustomModelMigration, TargetOutcome } from '../../../domain/custom-models/custom-model-migration.ts';
import type { PromotionRequest } from '../../../domain/custom-models/promotion-problems.ts';
import { promotionRequest } from '../../../domain/custom-models/promotion-request.ts';
import { sourceModel } from '../../../domain/custom-models/source-model.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';

/** The promotion of the new model to targets in one account, which are served alike; each time somebody is asked begins a round. */
export function promotionOf(
  { newModelArn, newName, approval }: CustomModelMigration,
  targets: readonly TargetOutcome[],
): PromotionRequest {
  const source = sourceModel(newModelArn ?? '');
  const request = source.kind === 'custom' ? promotionRequest(source, newName ?? '', targets) : null;
  if (!request) throw new Error(`${newModelArn ?? 'no model'} cannot be promoted`);
  return approval ? { ...request, round: approval.askedAt } : request;
}

/** Writes down how targets fare that are still waited for. */
export async function settleTargets(
  id: string,
  deps: RecustomiseDeps,
  isMeant: (target: TargetOutcome) => boolean,
  outcome: Pick<TargetOutcome, 'kind'> & Partial<TargetOutcome>,
): Promise<CustomModelMigration> {
  return changeCustomModelMigration(deps.customModelMigrations, id, (now) => ({
    ...now,
    outcomes: now.outcomes.map((one) => (one.kind === 'waiting' && isMeant(one) ? { ...one, ...outcome } : one)),
  }));
}

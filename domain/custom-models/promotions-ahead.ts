import { baseModelId } from '../model-id.ts';
import type { CustomModelMigration } from './custom-model-migration.ts';
import type { PromotionRequest } from './promotion-problems.ts';
import { promotionRequests } from './promotion-request.ts';

/**
 * The promotions that a migration is to end in, as far as they are known before the new model is there: a request for each account and way of
 * serving. Where the model itself will be, nothing is to be promoted.
 */
export function promotionsAhead({
  customModel,
  replacement,
  newName,
  targets,
}: Pick<CustomModelMigration, 'customModel' | 'replacement' | 'newName' | 'targets'>): readonly PromotionRequest[] {
  const { arn, account, region } = customModel;
  const foundationModel = baseModelId(replacement ?? '') ?? '';
  const partition = arn.split(':')[1] ?? '';
  const source = { kind: 'custom', arn: 'the new model', partition, region, account, foundationModel, id: '' } as const;
  const away = targets.filter((one) => one.account !== account || one.region !== region);
  return promotionRequests(source, newName ?? '', away);
}

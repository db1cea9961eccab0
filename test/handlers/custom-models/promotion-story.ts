import { checkPromotion } from '../../../adapters/custom-models/check-promotion.ts';
import { promotionClients } from '../../../adapters/custom-models/promotion-clients.ts';
import type { PromotionRequest } from '../../../domain/custom-models/promotion-problems.ts';
import { sourceModel } from '../../../domain/custom-models/source-model.ts';
import type { PromotionPorts } from '../../../handlers/custom-models/promotion-ports.ts';
import { promotionStoryTerms } from '../../../local/aws/custom-models/promotion-story.ts';
import { customModelAws } from '../../adapters/custom-models/custom-model-aws.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';

export const targetRole = `arn:aws:iam::${hostingAccount}:role/promoter`;

export function promotionRequest(overrides: Partial<PromotionRequest> = {}): PromotionRequest {
  const source = sourceModel(promotionStoryTerms.model);
  if (source.kind !== 'custom') throw new Error('the story has a custom model');
  const { targetAccount, regions } = promotionStoryTerms;
  return { source, targetAccount, regions, name: 'support-lite', serving: 'deployment', keys: {}, ...overrides };
}

/** A promotion over the wire, with the real clients. */
export async function aPromotion(overrides: Partial<PromotionRequest> = {}) {
  const made = await customModelAws();
  const request = promotionRequest(overrides);
  const clients = promotionClients(
    made.enter(developmentAccount),
    made.enter(hostingAccount),
    request.source.region,
    targetRole,
  );
  const told: string[] = [];
  const ports: PromotionPorts = {
    ...clients,
    pollMilliseconds: 300_000,
    wait: made.pass,
    tell: (line) => told.push(line),
  };
  return { ...made, request, ports, told, check: () => checkPromotion(request, clients.check) };
}

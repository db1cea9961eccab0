import type { DateTime } from 'luxon';
import { importStoryTerms } from './import-story.ts';
import { promotionWorld } from './promotion-world.ts';

const { developmentAccount, hostingAccount } = importStoryTerms;

/** A custom Nova Lite in a development account that production shall have in two Regions. */
export const promotionStoryTerms = {
  model: `arn:aws:bedrock:us-east-1:${developmentAccount}:custom-model/amazon.nova-lite-v1:0:300k/supportlite1`,
  targetAccount: hostingAccount,
  regions: ['us-east-1', 'us-west-2'],
} as const;

/** Two accounts of one organisation, and the model in the first. */
export function promotionStory(now: () => DateTime, key: string | null = null) {
  const world = promotionWorld(now);
  for (const account of [developmentAccount, hostingAccount]) world.organizations.set(account, 'o-simulated1');
  world.models.set(promotionStoryTerms.model, {
    arn: promotionStoryTerms.model,
    name: 'support-lite',
    account: developmentAccount,
    region: 'us-east-1',
    base: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k',
    key,
    created: now(),
  });
  return world;
}

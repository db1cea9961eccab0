import type { DateTime } from 'luxon';
import { awsAccess } from '../adapters/aws-access.ts';
import { customModelOrganization } from './aws/custom-models/custom-model-organization.ts';
import { customizationStory } from './aws/custom-models/customization-story.ts';
import { importStory, importStoryTerms } from './aws/custom-models/import-story.ts';
import { promotionStory } from './aws/custom-models/promotion-story.ts';
import { startFakeAws } from './aws/server.ts';
import { realTime } from './state-machine/real-time.ts';
import type { Pause } from './state-machine/run.ts';

/** A moment of real time, so that what is simulated can be watched. */
const momentMilliseconds = 20;

/** Two simulated accounts in which custom models are trained, served, shared and copied; whoever waits there moves their clock. */
export async function startCustomModelAws(now: () => DateTime) {
  let waited = 0;
  const clock = () => now().plus({ milliseconds: waited });
  const { developmentAccount, hostingAccount } = importStoryTerms;
  const { world } = importStory(clock, []);
  const promotion = promotionStory(clock);
  const customization = customizationStory(clock, world, promotion);
  const organization = customModelOrganization(
    world,
    [hostingAccount, developmentAccount],
    ['us-east-1', 'us-west-2'],
    promotion,
    customization,
  );
  const aws = await startFakeAws({ organization });
  const sleep: Pause = async (milliseconds, signal) => {
    await realTime(momentMilliseconds, signal);
    waited += milliseconds;
  };
  return {
    access: awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }),
    sleep,
    close: aws.close,
  };
}

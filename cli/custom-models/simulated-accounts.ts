import { DateTime } from 'luxon';
import { awsAccess } from '../../adapters/aws-access.ts';
import { customModelOrganization } from '../../local/aws/custom-models/custom-model-organization.ts';
import { importStory, importStoryTerms } from '../../local/aws/custom-models/import-story.ts';
import { promotionStory } from '../../local/aws/custom-models/promotion-story.ts';
import { startFakeAws } from '../../local/aws/server.ts';
import { note } from '../output.ts';
import type { AccountsChoice, OpenAccounts } from './open-accounts.ts';
import { entrance } from './open-accounts.ts';

/** Two simulated accounts; the key policy of the development account lacks what an import needs. */
export async function simulatedAccounts(choice: AccountsChoice): Promise<OpenAccounts> {
  note('No AWS is asked: these accounts are simulated. Nothing of it is real.');
  const { developmentAccount, hostingAccount } = importStoryTerms;
  let now = DateTime.utc();
  const { world } = importStory(() => now, ['developmentKeyPolicy']);
  const organization = customModelOrganization(
    world,
    [hostingAccount, developmentAccount],
    ['us-east-1', 'us-west-2'],
    promotionStory(() => now),
  );
  const aws = await startFakeAws({ organization });
  const access = awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials });
  const caller = { account: hostingAccount, partition: 'aws' };
  return {
    caller,
    enter: entrance(caller, access, { ...choice, role: 'SundialSpoke', externalId: undefined }, () => now),
    wait: (milliseconds) => {
      now = now.plus({ milliseconds });
      return Promise.resolve();
    },
    now: () => now,
    close: aws.close,
  };
}

import type { AwsAccess } from '../../../adapters/aws-access.ts';
import { awsClients } from '../../../adapters/aws-clients.ts';
import type { Asking } from '../../../adapters/inventory/asking.ts';
import { sessionKey } from '../../../local/aws/access-keys.ts';
import { accounts } from '../../../local/story/organisation.ts';
import { simulatedAws } from '../../local/aws/simulated-aws.ts';

type Account = keyof typeof accounts;

/** The simulated AWS, and what a reader needs to read one of its accounts and Regions; short of patience, so that tests are quick. */
export async function simulatedPlace(
  name: Account,
  region: string,
  day = '2026-11-20',
  { maxAttempts = 1, pageSize = 2 } = {},
) {
  const aws = await simulatedAws(day, { pageSize });
  const account = accounts[name];
  const credentials = { accessKeyId: sessionKey(account), secretAccessKey: 'simulated' };
  const access = { endpoint: aws.endpoint, credentials, maxAttempts } as AwsAccess;
  const asking = (): Asking => ({
    place: { account, region },
    clients: awsClients(access, region, (_, send) => send()),
    now: aws.now(),
  });
  return { ...aws, asking };
}

import { callerIdentity } from '../adapters/account-access.ts';
import { awsAccess } from '../adapters/aws-access.ts';
import type { HealthAnswer } from '../adapters/health-api.ts';
import { openHealthEvents, openHealthEventsOfOrganization } from '../adapters/health-api.ts';
import { healthClient } from '../adapters/health-endpoint.ts';
import { configuration } from './deps.ts';
import { setting } from './settings.ts';

/** What AWS Health holds open: of the whole organisation where the sweep is of it too, else of this account. */
export async function healthEvents(): Promise<HealthAnswer> {
  const { sweep } = await configuration();
  const access = awsAccess();
  const { account } = await callerIdentity(access, setting('AWS_REGION'));
  const client = await healthClient(access, process.env['AWS_ENDPOINT_URL_HEALTH']);
  return sweep.organization ? openHealthEventsOfOrganization(client, account) : openHealthEvents(client, account);
}

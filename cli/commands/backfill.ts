import type { HealthAnswer } from '../../adapters/health-api.ts';
import { callsOf } from '../../local/event-report.ts';
import { counted } from '../../templates/text.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { migrationJson } from '../migration-json.ts';
import { openEngine } from '../open-engine.ts';
import { hasCredentials, homeRegion } from '../aws-environment.ts';
import { note, printJson, say } from '../output.ts';

interface BackfillOptions {
  readonly state: string;
  readonly organization?: boolean;
  readonly simulated?: boolean;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Asks AWS Health once, and takes what it holds open. */
export async function backfill(options: unknown): Promise<ExitCode> {
  const { state, organization = false, simulated = false, now, config, json } = options as BackfillOptions;
  const real = !simulated && hasCredentials();
  if (!real) note('No AWS is asked: this is the simulated organisation. Nothing of it is real.');
  const engine = await openEngine({ state, now, config });
  try {
    const { supportPlan, events, unreadable } = await engine.backfill(
      real ? () => healthEvents(organization) : undefined,
    );
    const calls = callsOf(engine.done());
    if (json) {
      const migrations = (await engine.situations()).map(migrationJson);
      printJson({ simulated: !real, supportPlan, events, unreadable, migrations, calls });
    } else if (!supportPlan) say('AWS Health answers no questions without a support plan. Nothing was taken.');
    else
      say(
        `${counted(events, 'open event')}: ${calls.ticketsOpened} tickets opened, ${calls.messagesPosted} threads started.`,
      );
    for (const { eventArn, reason } of unreadable) note(`sundial: ${eventArn} cannot be read: ${reason}`);
    return unreadable.length > 0 ? exitCode.needsAttention : exitCode.fine;
  } finally {
    await engine.close();
  }
}

async function healthEvents(organization: boolean): Promise<HealthAnswer> {
  const { callerIdentity } = await import('../../adapters/account-access.ts');
  const { awsAccess } = await import('../../adapters/aws-access.ts');
  const { openHealthEvents, openHealthEventsOfOrganization } = await import('../../adapters/health-api.ts');
  const { healthClient } = await import('../../adapters/health-endpoint.ts');
  const ownEndpoint = process.env['AWS_ENDPOINT_URL_HEALTH'] ?? process.env['AWS_ENDPOINT_URL'];
  const access = awsAccess();
  const { account } = await callerIdentity(access, homeRegion());
  try {
    const client = await healthClient(access, ownEndpoint);
    return await (organization ? openHealthEventsOfOrganization(client, account) : openHealthEvents(client, account));
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new Error(`AWS Health could not be asked: ${why}`, { cause });
  }
}

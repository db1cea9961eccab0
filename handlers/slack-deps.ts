import { DateTime } from 'luxon';
import { secrets } from '../adapters/secrets.ts';
import { slackRequests } from '../adapters/slack-requests.ts';
import { jsonLog } from './log.ts';
import { onDemand } from './on-demand.ts';
import { setting, slackAddresses } from './settings.ts';
import type { Listening } from './slack/listening.ts';
import { slackOverHttp } from './slack/slack-over-http.ts';

/**
 * The composition root of the function that Slack calls. Slack waits three seconds, also for a cold start: what every request needs is
 * loaded while the function starts, when Lambda gives it the most processor, and Slack's client only when a form opens.
 */
export async function slackDeps() {
  const secret = secrets();
  const signingSecret = await secret(setting('SUNDIAL_SLACK_SIGNING_SECRET_PARAMETER'));
  const desk = onDemand(() => slackDesk(secret), { openModal: true, updateView: true, respond: true });
  return slackOverHttp(signingSecret, {
    ...desk,
    ...slackRequests(setting('SUNDIAL_BUS')),
    now: () => DateTime.utc(),
    log: jsonLog((line) => process.stdout.write(line)),
  });
}

/** A trigger does not wait, and neither does Slack: two tries, and no long pause between them. */
const hasty = { attempts: 2, firstPauseMs: 100, longestMs: 300 };

type Desk = Pick<Listening, 'openModal' | 'updateView' | 'respond'>;

async function slackDesk(secret: ReturnType<typeof secrets>): Promise<Desk> {
  const { slackClient } = await import('../adapters/slack-client.ts');
  const { slackDesk: desk } = await import('../adapters/slack-desk.ts');
  const { slackModals } = await import('../adapters/slack-modals.ts');
  const token = await secret(setting('SUNDIAL_SLACK_TOKEN_PARAMETER'));
  const place = { token, ...slackAddresses() };
  const client = slackClient({ ...place, timeoutMs: 1_500 });
  return { ...slackModals(client), ...desk(client, place, hasty) };
}

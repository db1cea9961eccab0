import { DateTime } from 'luxon';
import { secret, setting } from './deps.ts';
import { jsonLog } from './log.ts';
import { onDemand } from './on-demand.ts';
import type { Listening } from './slack/listening.ts';
import { slackOverHttp } from './slack/slack-over-http.ts';

/**
 * The composition root of the function that Slack calls. Slack waits three seconds, also for a cold start: the secret is read and
 * the bus made ready at the same time, and Slack's client only when a form opens.
 */
export async function slackDeps() {
  const now = () => DateTime.utc();
  const log = jsonLog((line) => process.stdout.write(line));
  const [signingSecret, { handOn }] = await Promise.all([secret('SUNDIAL_SLACK_SIGNING_SECRET_PARAMETER'), requests()]);
  const slack = onDemand(desk, { openModal: true, updateView: true, respond: true });
  return slackOverHttp(signingSecret, { ...slack, handOn, now, log });
}

async function requests() {
  const { slackRequests } = await import('../adapters/slack-requests.ts');
  return slackRequests(setting('SUNDIAL_BUS'));
}

/** A trigger does not wait, and neither does Slack: two tries, and no long pause between them. */
const hasty = { attempts: 2, firstPauseMs: 100, longestMs: 300 };

async function desk(): Promise<Pick<Listening, 'openModal' | 'updateView' | 'respond'>> {
  const { slackClient } = await import('../adapters/slack-client.ts');
  const { slackDesk } = await import('../adapters/slack-desk.ts');
  const { slackModals } = await import('../adapters/slack-modals.ts');
  const token = await secret('SUNDIAL_SLACK_TOKEN_PARAMETER');
  const apiUrl = process.env['SUNDIAL_SLACK_API_URL'];
  const client = slackClient({ token, timeoutMs: 1_500, ...(apiUrl && { apiUrl }) });
  return { ...slackModals(client), ...slackDesk(client, { token }, hasty) };
}

import type { HttpApiEvent } from './http-api-event.ts';
import { requestIn } from './http-api-event.ts';
import { slackDeps } from './slack-deps.ts';
import { once } from './once.ts';
import type { SlackHttpAnswer } from './slack/slack-door.ts';

const door = once(slackDeps);

/** Called by API Gateway for every request of Slack's: takes it, hands it on, and answers within three seconds. */
export async function handler(event: HttpApiEvent): Promise<SlackHttpAnswer> {
  const take = await door();
  return take(requestIn(event));
}

import { slackDeps } from './slack-deps.ts';
import { once } from './once.ts';
import type { SlackHttpAnswer } from './slack/slack-door.ts';

/** What API Gateway's HTTP API passes, as far as it is read. Names of headers come in small letters. */
export interface HttpApiEvent {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

const door = once(slackDeps);

/** Called by API Gateway for every request of Slack's: takes it, hands it on, and answers within three seconds. */
export async function handler({ headers, body = '', isBase64Encoded }: HttpApiEvent): Promise<SlackHttpAnswer> {
  const take = await door();
  return take({ headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') });
}

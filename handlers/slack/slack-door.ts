import type { AwsLambdaReceiver } from '@slack/bolt';
import type { DateTime } from 'luxon';
import type { Log } from '../log.ts';
import type { SlackHttpRequest } from './signature.ts';
import { refusalOf } from './signature.ts';

export interface SlackHttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Doorkeeper {
  readonly signingSecret: string;
  readonly now: () => DateTime;
  readonly log: Log;
}

/**
 * Lets in what Slack signed, and answers what Bolt answers. What is refused is counted by a metric filter on this one message:
 * infrastructure/slack.yml. A request that was caught and sent again within five minutes is let in; it has the key that it had
 * before, so nothing is done twice.
 */
export function slackDoor(receiver: AwsLambdaReceiver, { signingSecret, now, log }: Doorkeeper) {
  const bolt = receiver.toHandler();

  return async (request: SlackHttpRequest): Promise<SlackHttpAnswer> => {
    if (isCertificateCheck(request)) return { statusCode: 200, headers: {}, body: '' };
    const refusal = refusalOf(request, signingSecret, now());
    if (refusal) {
      log.error('A Slack request was refused', { refusal });
      return { statusCode: 401, headers: {}, body: '' };
    }
    const { statusCode, headers = {}, body } = await bolt(asApiGatewayEvent(request), {});
    return { statusCode, headers: textual(headers), body };
  };
}

/** Slack looks at a command's TLS certificate now and then, unsigned, and wants a 200. Nothing else of the request is read. */
function isCertificateCheck({ headers, body }: SlackHttpRequest): boolean {
  return !headers['x-slack-signature'] && new URLSearchParams(Buffer.from(body).toString()).get('ssl_check') === '1';
}

/** Bolt reads a base64 body as ASCII, and knows a content type only without its parameters: it gets neither. */
function asApiGatewayEvent({ headers, body }: SlackHttpRequest) {
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return {
    version: '2.0',
    routeKey: 'POST /slack/events',
    rawPath: '/slack/events',
    rawQueryString: '',
    requestContext: {},
    isBase64Encoded: false,
    headers: { ...headers, 'content-type': contentType },
    body: Buffer.from(body).toString('utf8'),
  };
}

function textual(headers: Readonly<Record<string, boolean | number | string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

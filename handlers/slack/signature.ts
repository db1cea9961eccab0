import { createHmac } from 'node:crypto';
import type { DateTime } from 'luxon';
import { isSameSecret } from '../same-secret.ts';

/** A request as it came over the wire. Names of headers are in small letters. */
export interface SlackHttpRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** Why a request is not taken to be Slack's. */
export type Refusal = 'unsigned' | 'stale' | 'forged';

const secondsOfValidity = 300;

/**
 * `null` where Slack signed the request within five minutes of `now`, before it or after. Bolt's own check takes any timestamp of
 * the future and any version of a signature, reads the body before it checks, and reads the machine's clock.
 */
export function refusalOf({ headers, body }: SlackHttpRequest, signingSecret: string, now: DateTime): Refusal | null {
  const signature = headers['x-slack-signature'];
  const timestamp = headers['x-slack-request-timestamp'];
  if (!signature || !timestamp) return 'unsigned';
  if (!/^\d{1,12}$/.test(timestamp)) return 'forged';
  if (Math.abs(now.toSeconds() - Number(timestamp)) > secondsOfValidity) return 'stale';

  return isSameSecret(signature, signatureOf(body, signingSecret, timestamp)) ? null : 'forged';
}

/** What Slack writes into `X-Slack-Signature`. */
export function signatureOf(body: Uint8Array | string, signingSecret: string, timestamp: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

import type { DateTime } from 'luxon';
import { signatureOf } from '../../handlers/slack/signature.ts';

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Signing {
  readonly signingSecret: string;
  readonly now: () => DateTime;
}

/** Fields of a form, as slash commands and interactions come. */
export function signedForm(fields: Readonly<Record<string, string>>, signing: Signing): SignedRequest {
  return signed(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', signing);
}

/** JSON, as events come. */
export function signedEvent(payload: unknown, signing: Signing): SignedRequest {
  return signed(JSON.stringify(payload), 'application/json', signing);
}

function signed(body: string, contentType: string, { signingSecret, now }: Signing): SignedRequest {
  const timestamp = String(Math.floor(now().toSeconds()));
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(body, signingSecret, timestamp),
  };
  return { headers, body };
}

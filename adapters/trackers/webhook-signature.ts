import { createHmac } from 'node:crypto';
import type { DateTime } from 'luxon';

/**
 * The headers that show who sent a message, as Standard Webhooks has them: one signature for each secret, so that a secret can be
 * renewed while both sides know the old one too.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(
  secrets: readonly Buffer[],
  id: string,
  now: DateTime,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = `${Math.floor(now.toSeconds())}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** `whsec_` and base64 of 24 to 64 bytes, several of them with spaces between; `null` where one is none. */
export function webhookSecrets(credential: string): readonly Buffer[] | null {
  const secrets = credential.trim().split(/\s+/);
  const read = secrets.flatMap((secret) => {
    const encoded = /^whsec_(?<encoded>[A-Za-z0-9+/]+={0,2})$/.exec(secret)?.groups?.['encoded'];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    return bytes.length >= 24 && bytes.length <= 64 ? [bytes] : [];
  });
  return read.length === secrets.length ? read : null;
}

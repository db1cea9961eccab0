import { TrackerError } from './tracker-error.ts';
import { trackerHttp } from './tracker-http.ts';
import { webhookSecrets } from './webhook-signature.ts';
import type { WebhookOptions } from './webhook-tickets.ts';
import { webhookTickets } from './webhook-tickets.ts';

/** A webhook's tickets, from its address and secret. */
export function webhookIn(
  url: string,
  credential: string,
  { timeoutMs, ...rest }: Omit<WebhookOptions, 'url' | 'secrets'> & { readonly timeoutMs?: number | undefined },
) {
  const secrets = webhookSecrets(credential);
  if (!secrets)
    throw new TrackerError('refused', {
      tracker: 'Webhook',
      where: new URL(url).origin,
      hint: 'The stored secret is none of Standard Webhooks: store whsec_ and base64 of 24 to 64 random bytes',
    });
  return webhookTickets(trackerHttp({ baseUrl: url, headers: {}, timeoutMs }), { ...rest, url, secrets });
}

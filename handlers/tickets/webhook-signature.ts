import { createHmac } from 'node:crypto';
import type { WebhookTracker } from '../../events/ticket-webhook.ts';
import { isSameSecret } from '../same-secret.ts';

/** Names of headers are in small letters. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/**
 * Whether somebody sent it who knows the secret. GitHub, Jira and PagerDuty sign the body with HMAC-SHA256; ServiceNow has no signature
 * of its own, and its business rule shows the secret itself.
 *
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks
 * @see https://developer.pagerduty.com/docs/verifying-webhook-signatures
 */
export function isGenuine(tracker: WebhookTracker, { headers, body }: WebhookRequest, secret: string): boolean {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  switch (tracker) {
    case 'github':
      return isSameSecret(headers['x-hub-signature-256'], `sha256=${signature}`);
    case 'jira':
      return isSameSecret(headers['x-hub-signature'], `sha256=${signature}`);
    case 'pagerduty':
      // While a secret is being changed there are two.
      return (headers['x-pagerduty-signature'] ?? '')
        .split(',')
        .some((one) => isSameSecret(one.trim(), `v1=${signature}`));
    case 'servicenow':
      return isSameSecret(headers['authorization'], `Bearer ${secret}`);
  }
}

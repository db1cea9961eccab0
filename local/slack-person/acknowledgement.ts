import { isRecord } from '../world/call.ts';
import type { Acknowledgement } from './slack-person.ts';
import type { Taken } from './workspace.ts';

/** What Slack makes of an answer to its request. */
export function acknowledgement({ status, body, json }: Taken): Acknowledgement {
  if (status !== 200) return { kind: 'refused', status, body };
  const errors = json?.['response_action'] === 'errors' ? json['errors'] : null;
  if (!isRecord(errors ?? undefined)) return { kind: 'ok' };
  const told = Object.entries(errors as object).map(([field, words]: [string, unknown]) => [field, String(words)]);
  return { kind: 'errors', errors: Object.fromEntries(told) as Readonly<Record<string, string>> };
}

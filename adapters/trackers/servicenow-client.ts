import type { TrackerHttp } from './tracker-http.ts';
import { trackerHttp } from './tracker-http.ts';

/** A client of a ServiceNow instance. `user:password` is an account's, anything else an OAuth token. */
export function servicenowClient(options: {
  readonly instance: string;
  readonly credential: string;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { instance, credential, timeoutMs } = options;
  const authorization = credential.includes(':')
    ? `Basic ${Buffer.from(credential).toString('base64')}`
    : `Bearer ${credential}`;
  return trackerHttp({ baseUrl: instance, headers: { authorization }, timeoutMs });
}

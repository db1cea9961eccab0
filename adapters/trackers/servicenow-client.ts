import { authorizationOf } from './account-credential.ts';
import type { TrackerHttp } from './tracker-http.ts';
import { trackerHttp } from './tracker-http.ts';

/** A client of a ServiceNow instance. `user:password` is an account's, anything else an OAuth token. */
export function servicenowClient(options: {
  readonly instance: string;
  readonly credential: string;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { instance, credential, timeoutMs } = options;
  return trackerHttp({ baseUrl: instance, headers: { authorization: authorizationOf(credential) }, timeoutMs });
}

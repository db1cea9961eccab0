import { authorizationOf } from './account-credential.ts';
import type { TrackerHttp } from './tracker-http.ts';
import { trackerHttp } from './tracker-http.ts';

/** A client of a Jira site. `email:token` is a person's API token, anything else a bearer's. */
export function jiraClient(options: {
  readonly site: string;
  readonly credential: string;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { site, credential, timeoutMs } = options;
  return trackerHttp({ baseUrl: site, headers: { authorization: authorizationOf(credential) }, timeoutMs });
}

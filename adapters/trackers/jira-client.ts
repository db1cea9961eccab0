import { authorizationOf } from './account-credential.ts';
import type { TrackerHttp } from './tracker-http.ts';
import { trackerHttp } from './tracker-http.ts';

/**
 * A client of a Jira site. `email:token` is an account's API token, anything else a bearer's. A token with scopes is taken at another
 * address than the site's own, by the site's id.
 * @see https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
 */
export function jiraClient(options: {
  readonly site: string;
  readonly cloudId?: string | undefined;
  readonly credential: string;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { site, cloudId, credential, timeoutMs } = options;
  const baseUrl = cloudId === undefined ? site : `https://api.atlassian.com/ex/jira/${cloudId}`;
  return trackerHttp({ baseUrl, headers: { authorization: authorizationOf(credential) }, timeoutMs });
}

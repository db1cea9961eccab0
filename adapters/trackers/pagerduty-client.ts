import type { TrackerHttp } from './tracker-http.ts';
import { trackerHttp } from './tracker-http.ts';

/**
 * A client of PagerDuty's REST API. Whoever writes must be somebody: the address of a user goes along.
 * @see https://developer.pagerduty.com/docs/rest-api-overview
 */
export function pagerdutyClient(options: {
  readonly token: string;
  readonly from: string;
  readonly baseUrl: string | null;
  readonly timeoutMs?: number | undefined;
}): TrackerHttp {
  const { token, from, baseUrl, timeoutMs } = options;
  return trackerHttp({
    baseUrl: baseUrl ?? 'https://api.pagerduty.com',
    headers: { authorization: `Token token=${token}`, from },
    timeoutMs,
  });
}

import type { DateTime } from 'luxon';

/** Seconds: however long something takes, it is looked at twice a day. */
const longest = 43_200;

/**
 * How long to wait before something is looked at again: a tenth of the time that it has taken since then (an ISO instant), so that what takes
 * minutes is seen within minutes and what takes weeks needs few looks. Step Functions ends an execution after 25,000 events.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function pollSeconds(since: string, now: DateTime, shortest: number): number {
  const elapsed = (now.toMillis() - Date.parse(since)) / 1000;
  return Math.min(longest, Math.max(shortest, Math.floor(elapsed / 10)));
}

import type { CalendarDate } from './calendar-date.ts';
import type { Tracker } from './tracker.ts';

/** Days on which a team changes nothing in production; both days included. */
export interface Freeze {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: string;
}

/** Who is told when a team does not act. */
export interface Escalation {
  /** A Slack channel, by name or id; `null` is the migration's own thread alone. */
  readonly channel: string | null;
  /** Slack's id of a user (`U…`, `W…`) or of a user group (`S…`). */
  readonly onCall: string | null;
}

export const noEscalation: Escalation = { channel: null, onCall: null };

/** Who owns dependents, and when they work. */
export interface Team {
  readonly name: string;
  /** A Slack channel, by name (`#payments`) or id. */
  readonly channel: string;
  /** Where its tickets go; the first one's is the ticket that people are shown, and whose state counts. Never empty. */
  readonly trackers: readonly [Tracker, ...Tracker[]];
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** ISO weekdays, Monday is 1. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly CalendarDate[];
  readonly freezes: readonly Freeze[];
  readonly escalation: Escalation;
  /** The team's own cases for comparisons: `s3://bucket/key`, or a file on one machine; `null` where it has none. */
  readonly dataset: string | null;
}

import type { CalendarDate } from './calendar-date.ts';
import type { Dates, Region, Stage } from './lifecycle.ts';
import type { Price } from './notice.ts';

/** An account and Region in which the team uses the model, as far as notices told. */
export interface Affected {
  readonly account: string;
  readonly region: Region;
}

export interface TicketRef {
  /** As people say it: `acme/payments#12`. */
  readonly key: string;
  readonly url: string;
}

export interface ThreadRef {
  /** Slack's channel id, and the timestamp of the root message. */
  readonly channel: string;
  readonly ts: string;
  /** Opens the root message in Slack, where Slack told it. */
  readonly permalink: string | null;
}

/** What the team has been told so far; news is the difference between this and what is true now. */
export interface Told {
  readonly stage: Stage;
  readonly dates: Dates;
  /** The latest dates that notices and the API gave, by source, Region and name of the date. */
  readonly said: Readonly<Record<string, CalendarDate>>;
  readonly withdrawn: boolean;
  /** Milestones due on or before this day have been told. */
  readonly milestonesThrough: CalendarDate;
  /** Counts tellings: what is told again later is not what was told before. */
  readonly sequence: number;
  /** Digest of what the root message and ticket last showed. */
  readonly shown: string;
}

/** One model that one team must leave: the unit of one Slack thread and one ticket. */
export interface Migration {
  readonly id: string;
  readonly modelId: string;
  readonly team: string;
  readonly status: 'open';
  /** The day the team first heard of it; plans are made from here. */
  readonly openedOn: CalendarDate;
  readonly affected: readonly Affected[];
  /** Models that notices named as replacements, newest notice first, in the notice's own order. */
  readonly named: readonly string[];
  /** Names of replacements that could not be resolved to a model id. */
  readonly namedOnly: readonly string[];
  readonly prices: readonly Price[];
  /** Event ARNs of the notices gathered here, and whether AWS has closed the event. */
  readonly notices: readonly NoticeRef[];
  readonly ticket: TicketRef | null;
  readonly thread: ThreadRef | null;
  readonly told: Told | null;
  /** Counts writes; a write names the version it read. */
  readonly version: number;
}

export interface NoticeRef {
  readonly reference: string;
  readonly asOf: string;
  readonly closed: boolean;
  /** Models it names as replacements; absent where it names none. */
  readonly named?: readonly string[];
}

export function migrationId(modelId: string, team: string): string {
  return `${modelId}/${team}`;
}

import type { CalendarDate } from './calendar-date.ts';
import type { Decisions } from './decisions.ts';
import type { Dates, Region, Stage } from './lifecycle.ts';
import type { Price } from './notice.ts';
import type { TrackerTrouble } from './tracker-trouble.ts';

/** An account and Region in which the team uses the model, as far as notices told. */
export interface Affected {
  readonly account: string;
  readonly region: Region;
}

export interface TicketRef {
  /** As people say it: `acme/payments#12`. */
  readonly key: string;
  readonly url: string;
  /** The tracker's own id, where its API asks for that and not for the key. */
  readonly id?: string;
  /** Key of the campaign's ticket that it was put below. */
  readonly parent?: string;
  /** Which tracker it is in (`placeOf`); absent in what was opened when GitHub was the only one. */
  readonly place?: string;
}

export interface ThreadRef {
  /** Slack's channel id, and the timestamp of the root message. */
  readonly channel: string;
  readonly ts: string;
  /** Opens the root message in Slack, where Slack told it. */
  readonly permalink: string | null;
  /** The channel that it was meant for and could not be posted in, and Slack's word for why; absent where it stands in its own. */
  readonly insteadOf?: { readonly channel: string; readonly code: string | null };
}

/** Who took it. */
export interface Acknowledged {
  /** As the tracker names them, or Slack's id; `null` where the ticket was closed without anybody assigned. */
  readonly by: string | null;
  /** When it was first seen, ISO. */
  readonly at: string;
  /** Absent for the ticket, which is read back daily; what was said in Slack stands. */
  readonly where?: 'slack';
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
  /** Absent in what was told before there was an end to a migration: `open`. */
  readonly status?: MigrationStatus;
  /** The highest rung of the escalation ladder that was told, ever; absent or 0 where none was. */
  readonly rung?: number;
  /** Accounts warned of losing access, each with the last call before the warning (`never` where none was seen). */
  readonly idle?: Readonly<Record<string, string>>;
  /** Which decisions of people were told, each by what tells it from an earlier one. */
  readonly decided?: Readonly<Partial<Record<keyof Decisions, string>>>;
  /** Key of the comparison that a policy asked for last. */
  readonly asked?: string;
  /** Troubles of trackers that were told, by place. */
  readonly troubles?: Readonly<Record<string, string>>;
  /** When the ticket that a person closed was closed, where that was told. */
  readonly closed?: string;
  /** ISO week in which the burn-down was told last. */
  readonly week?: string;
}

/** `done`: no call for the policy's quiet days, and nothing left that rests on the model, in places all of which were read. */
export type MigrationStatus = 'open' | 'done';

/** One model that one team must leave: the unit of one Slack thread and one ticket. */
export interface Migration extends Decisions {
  readonly id: string;
  readonly modelId: string;
  readonly team: string;
  readonly status: MigrationStatus;
  /** The day on which it was done, or opened again; `null` while it is as it was opened. */
  readonly statusSince: CalendarDate | null;
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
  /** In the team's first tracker. */
  readonly ticket: TicketRef | null;
  /** In its other trackers; absent where it has none. */
  readonly also?: readonly TicketRef[];
  /** What its trackers could not do; absent or empty where they did all. */
  readonly troubles?: readonly TrackerTrouble[];
  readonly thread: ThreadRef | null;
  readonly told: Told | null;
  /** Who has the ticket, as of `ticketReadAt`. */
  readonly acknowledged: Acknowledged | null;
  /** When a person was first seen to have closed the ticket of a migration that is open, ISO; absent where nobody did. */
  readonly closedAt?: string | null;
  /** Whether it was Sundial that closed the leading ticket; absent or `false` once somebody opened it again. */
  readonly closedBySundial?: boolean;
  /** Who had the ticket when it was read last; absent where it never was by this version. */
  readonly assignee?: string | null;
  /** When the ticket was read last, ISO; `null` where it never was, so that nobody's silence is taken for granted. */
  readonly ticketReadAt: string | null;
  /** Counts writes; a write names the version it read. */
  readonly version: number;
}

export interface NoticeRef {
  readonly reference: string;
  readonly asOf: string;
  readonly closed: boolean;
  /** Models it names as replacements; absent where it names none. */
  readonly named?: readonly string[];
  /** Absent for AWS Health. */
  readonly source?: 'api';
  /** As the API lists the model; absent where it did not say. */
  readonly status?: string;
}

export function migrationId(modelId: string, team: string): string {
  return `${modelId}/${team}`;
}

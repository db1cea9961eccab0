import type { CalendarDate } from './calendar-date.ts';
import type { ComparisonSummary } from './comparison-run.ts';
import type { Stage } from './lifecycle.ts';

/** What a person decided, in Slack: who and when. */
interface Decided {
  /** Slack's id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** Who leads the migration. */
export interface Owner extends Decided {
  /** Slack's id of the person, or the name by which the tracker knows them. */
  readonly person: string;
  /** Absent where it was decided in Slack: then the person is known there. */
  readonly where?: 'ticket';
}

/** Reminders rest until they begin again on the day `until`; news does not rest. */
export interface Snooze extends Decided {
  readonly until: CalendarDate;
  readonly reason: string;
  /** The stage at that moment: when it is another, reminders begin again. Absent where nobody looked. */
  readonly stage?: Stage;
}

/** A private arrangement with the provider, through the day `until`: the model stays usable for this team. */
export interface Arrangement extends Decided {
  readonly until: CalendarDate;
  readonly reason: string;
}

/** Where the team itself decided to go. */
export interface Chosen extends Decided {
  readonly modelId: string;
}

/** What people made of a migration, beside what is known of it. */
export interface Decisions {
  readonly owner: Owner | null;
  readonly snooze: Snooze | null;
  readonly arrangement: Arrangement | null;
  readonly chosen: Chosen | null;
  /** The latest comparison of the model with a candidate. */
  readonly comparison: ComparisonSummary | null;
}

/** What nobody has decided yet. */
export const undecided: Decisions = { owner: null, snooze: null, arrangement: null, chosen: null, comparison: null };

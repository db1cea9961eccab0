import type { CalendarDate } from './calendar-date.ts';
import type { ComparisonSummary } from './comparison-run.ts';
import type { Arrangement, Chosen, Owner, Snooze } from './decisions.ts';
import type { IdleAccount } from './idle.ts';
import type { Rung } from './ladder.ts';
import type { DateName, Stage, Word } from './lifecycle.ts';
import type { Returned } from './standing.ts';
import type { Milestone } from './timeline.ts';
import type { TrackerTrouble } from './tracker-trouble.ts';

/** What a person would want to be told: a difference between what the team was told and what is true now. */
export type News =
  | {
      readonly kind: 'dateMoved';
      readonly name: DateName;
      /** `null` where the date was not known before. */
      readonly from: CalendarDate | null;
      /** `null` where nobody gives the date any more. */
      readonly to: CalendarDate | null;
      readonly said: Word | null;
    }
  | {
      /** A source moved its own date, but an earlier one still binds. */
      readonly kind: 'dateDisputed';
      readonly name: DateName;
      readonly said: Word;
      readonly binding: Word;
    }
  | { readonly kind: 'stageChanged'; readonly from: Stage; readonly to: Stage }
  | { readonly kind: 'milestonesDue'; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'done'; readonly lastUsedOn: CalendarDate | null; readonly quietDays: number }
  | { readonly kind: 'reopened'; readonly returned: Returned }
  | { readonly kind: 'escalated'; readonly rung: Rung }
  | { readonly kind: 'idle'; readonly accounts: readonly IdleAccount[] }
  /** What a person decided in Slack. */
  | { readonly kind: 'owned'; readonly owner: Owner }
  | { readonly kind: 'snoozed'; readonly snooze: Snooze }
  | { readonly kind: 'arranged'; readonly arrangement: Arrangement }
  | { readonly kind: 'chosen'; readonly chosen: Chosen }
  | { readonly kind: 'compared'; readonly comparison: ComparisonSummary }
  /** A person closed the ticket, and nothing says that the migration is done. */
  | { readonly kind: 'ticketClosed'; readonly at: string }
  /** A tracker does not do what it should, or does again. */
  | { readonly kind: 'ticketTrouble'; readonly trouble: TrackerTrouble }
  | { readonly kind: 'ticketMended'; readonly place: string; readonly wasGone: boolean }
  /** A tracker still owed something when the team named it no more. */
  | { readonly kind: 'ticketLeft'; readonly trouble: TrackerTrouble }
  /** How the use moved, once a week. */
  | { readonly kind: 'weekly'; readonly week: string };

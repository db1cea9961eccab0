import type { DateTime } from 'luxon';
import { daysBetween, utcDay } from './calendar-date.ts';
import type { BurnDown } from './burn-down.ts';
import type { Migration } from './migration.ts';

/** A rung of the escalation ladder that has been reached. */
export interface Rung {
  /** 1 is the lowest. */
  readonly number: number;
  readonly why: 'unacknowledged' | 'behind';
  /** How long nobody has taken the ticket, or the team has been behind its plan. */
  readonly days: number;
}

/** A ticket that was not read for longer than this may have been taken meanwhile. */
const freshHours = 48;

/** The highest rung reached, whichever way; `null` where none is, and for what is done. */
export function rungReached(
  migration: Migration,
  burnDown: BurnDown,
  escalationDays: readonly number[],
  now: DateTime,
): Rung | null {
  if (migration.status === 'done') return null;
  const unacknowledged = isUnacknowledged(migration, now) ? daysBetween(migration.openedOn, utcDay(now)) : 0;
  const behind = burnDown.kind === 'known' ? burnDown.daysBehind : 0;
  const [why, days] =
    behind > unacknowledged ? (['behind', behind] as const) : (['unacknowledged', unacknowledged] as const);
  const number = escalationDays.filter((rung) => days >= rung).length;
  return number > 0 ? { number, why, days } : null;
}

function isUnacknowledged({ acknowledged, ticketReadAt }: Migration, now: DateTime): boolean {
  const oldest = now.minus({ hours: freshHours }).toUTC().toISO() ?? '';
  return acknowledged === null && ticketReadAt !== null && ticketReadAt >= oldest;
}

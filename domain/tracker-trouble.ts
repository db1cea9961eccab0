import type { TicketAction } from './action.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Migration } from './migration.ts';

/**
 * What a fault of a tracker calls for: `unreachable` may pass by itself and is tried again later; `refused` stays until a person mends
 * it; `gone` is a ticket that somebody deleted, or hid.
 */
export type TrackerFault = 'unreachable' | 'refused' | 'gone';

/** Why a tracker does not do what it should, as it was seen. */
export interface TrackerFaultSeen {
  readonly fault: TrackerFault;
  /** The tracker's own words. */
  readonly said: string | null;
  /** What to do about it, in plain words. */
  readonly hint: string | null;
}

/** What a tracker still owes a migration. Slack goes on meanwhile. */
export interface TrackerTrouble extends TrackerFaultSeen {
  /** `placeOf` the tracker. */
  readonly place: string;
  readonly since: CalendarDate;
  /** What is to be written there once it can be, in order. A ticket that was never opened is not among it: it is opened as it is then. */
  readonly owed: readonly TicketAction[];
  /** The ticket was gone meanwhile: what was to be said there then was not kept. */
  readonly wasGone?: true;
}

/** The migration with an action that its tracker did not do. */
export function owing(
  migration: Migration,
  action: TicketAction,
  seen: TrackerFaultSeen,
  today: CalendarDate,
): Migration {
  const { place } = action;
  const owed = withOwed(troubleAt(migration, place)?.owed ?? [], action);
  return inTrouble(migration, place, seen, today, owed);
}

/** The migration whose tracker could not be read, or not be written to. A ticket that is gone is owed the last edit, should it come back. */
export function inTrouble(
  migration: Migration,
  place: string,
  { fault, said, hint }: TrackerFaultSeen,
  today: CalendarDate,
  owed: readonly TicketAction[] = troubleAt(migration, place)?.owed ?? [],
): Migration {
  const before = troubleAt(migration, place);
  const since = before?.fault === fault ? before.since : today;
  const trouble = {
    place,
    fault,
    said,
    hint,
    since,
    owed: fault === 'gone' ? owed.filter(({ kind }) => kind === 'updateTicket') : owed,
    ...((fault === 'gone' || before?.wasGone) && { wasGone: true as const }),
  };
  return withTroubles(migration, [...elsewhere(migration, place), trouble]);
}

/**
 * The migration after its tracker could be read: a trouble that owes nothing is over, and a ticket that was gone can be written to. From
 * today on it is unreachable, should it be.
 */
export function readable(migration: Migration, place: string, today: CalendarDate): Migration {
  const before = troubleAt(migration, place);
  if (!before) return migration;
  const others = elsewhere(migration, place);
  if (before.owed.length === 0) return withTroubles(migration, others);
  return before.fault === 'gone'
    ? withTroubles(migration, [...others, { ...before, fault: 'unreachable', since: today }])
    : migration;
}

/** The migration after its tracker did an action: what is owed there grows shorter, and a trouble without debts is over. */
export function settled(migration: Migration, { kind, place, key }: TicketAction): Migration {
  const before = troubleAt(migration, place);
  if (!before) return migration;
  const owed = before.owed.filter((one) => one.key !== key && !isOpposite(one.kind, kind));
  return withTroubles(migration, [...elsewhere(migration, place), ...(owed.length > 0 ? [{ ...before, owed }] : [])]);
}

export function troubleAt({ troubles = [] }: Pick<Migration, 'troubles'>, place: string): TrackerTrouble | null {
  return troubles.find((one) => one.place === place) ?? null;
}

/** What is decided again for as long as it was not done. */
export function isDecidedAnew({ kind }: Pick<TicketAction, 'kind'>): boolean {
  return kind === 'openTicket' || kind === 'linkTicket';
}

/** Of edits only the last counts: it writes what is true then. A ticket that is to be closed need not be opened before, nor the reverse. */
function withOwed(owed: readonly TicketAction[], action: TicketAction): readonly TicketAction[] {
  if (isDecidedAnew(action) || owed.some(({ key }) => key === action.key)) return owed;
  const isReplaced = (kind: TicketAction['kind']) =>
    isOpposite(kind, action.kind) || (kind === 'updateTicket' && action.kind === kind);
  return [...owed.filter(({ kind }) => !isReplaced(kind)), action];
}

function isOpposite(one: TicketAction['kind'], other: TicketAction['kind']): boolean {
  return (one === 'closeTicket' && other === 'reopenTicket') || (one === 'reopenTicket' && other === 'closeTicket');
}

function elsewhere({ troubles = [] }: Migration, place: string): readonly TrackerTrouble[] {
  return troubles.filter((one) => one.place !== place);
}

function withTroubles(migration: Migration, troubles: readonly TrackerTrouble[]): Migration {
  return { ...migration, troubles: troubles.toSorted((a, b) => a.place.localeCompare(b.place)) };
}

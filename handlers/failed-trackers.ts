import { TrackerError } from '../adapters/trackers/tracker-error.ts';
import type { Action, TicketAction } from '../domain/action.ts';
import { utcDay } from '../domain/calendar-date.ts';
import type { Situation } from '../domain/situation.ts';
import { inTrouble, isDecidedAnew, owing } from '../domain/tracker-trouble.ts';
import { linkPlace } from '../domain/trouble-place.ts';

/**
 * What trackers failed at while a migration was brought up to date: by place where nothing else is asked there in this round, by the
 * action's key where it alone was refused. Nothing is asked a second time.
 */
export type FailedTrackers = Map<string, TrackerError>;

/** What is done; `null` where a tracker failed, now or before. Any other fault is thrown. */
export async function unlessTrackerFails<Done>(
  action: Action,
  failed: FailedTrackers,
  act: () => Promise<Done>,
): Promise<Done | null> {
  if (!('place' in action)) return act();
  if (faultOf(action, failed)) return null;
  try {
    return await act();
  } catch (fault) {
    if (!(fault instanceof TrackerError)) throw fault;
    failed.set(stopsRound(action, fault) ? facing(action) : action.key, fault);
    return null;
  }
}

/** A refusal says nothing of what comes after it, unless it is the credential that is refused, or there is no ticket without it. */
function stopsRound({ kind }: TicketAction, { fault, data }: TrackerError): boolean {
  return fault !== 'refused' || data.status === 401 || kind === 'openTicket';
}

/** Why a tracker did not do an action, or is not asked to. */
export function faultOf(action: Action, failed: FailedTrackers): TrackerError | null {
  return 'place' in action ? (failed.get(facing(action)) ?? failed.get(action.key) ?? null) : null;
}

/** A link that fails says nothing of the ticket: the campaign's may be gone, or hidden. */
export function facing({ kind, place }: Pick<TicketAction, 'kind' | 'place'>): string {
  return kind === 'linkTicket' ? linkPlace(place) : place;
}

/** The situation with what its tracker did not do. */
export function withDebt(situation: Situation, action: Action, failed: FailedTrackers): Situation {
  const fault = faultOf(action, failed);
  if (!('place' in action) || !fault) return situation;
  const today = utcDay(situation.now);
  const migration =
    action.kind === 'linkTicket'
      ? inTrouble(situation.migration, facing(action), { ...fault.seen, fault: notGone(fault) }, today)
      : owing(situation.migration, action, fault.seen, today);
  return { ...situation, migration };
}

function notGone({ fault }: TrackerError): 'unreachable' | 'refused' {
  return fault === 'gone' ? 'refused' : fault;
}

/** What is left to do: what a tracker owes already is not tried again before the next time. */
export function withoutFailed<Decided extends { readonly situation: Situation; readonly actions: readonly Action[] }>(
  decided: Decided,
  failed: FailedTrackers,
): Decided {
  const { troubles = [] } = decided.situation.migration;
  const owed = new Set(troubles.flatMap((trouble) => trouble.owed).map(({ key }) => key));
  const waits = (action: Action) =>
    'place' in action && faultOf(action, failed) !== null && (isDecidedAnew(action) || owed.has(action.key));
  return { ...decided, actions: decided.actions.filter((action) => !waits(action)) };
}

/** A tracker that could not be reached is the caller's business: the queue brings the event back, and keeps it when that is no use. */
export function unlessUnreachable<Done>(done: Done, failed: FailedTrackers): Done {
  const unreachable = [...failed.values()].find(({ fault }) => fault === 'unreachable');
  if (unreachable) throw unreachable;
  return done;
}

/** For those who wait for an answer: what a tracker owes is kept with the migration, and the daily tick catches up. */
export function unlessTracker(fault: unknown): void {
  if (!(fault instanceof TrackerError)) throw fault;
}

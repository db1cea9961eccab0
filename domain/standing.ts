import type { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';
import { daysBetween, plusDays, utcDay } from './calendar-date.ts';
import { daysLookedBack } from './burn-down.ts';
import type { Migration, MigrationStatus } from './migration.ts';
import type { OwnDependent } from './own-dependents.ts';
import type { Presence } from './presence.ts';

/** Why a migration that was done is open again. */
export type Returned =
  | { readonly kind: 'used'; readonly lastUsedOn: CalendarDate; readonly calls: number }
  | { readonly kind: 'dependents'; readonly count: number }
  /** AWS wrote that the model is used, and no use that is known explains it. */
  | { readonly kind: 'noticed'; readonly asOf: CalendarDate };

/** Whether a migration is open or done, since when, and why it is open again. */
export interface Standing {
  readonly status: MigrationStatus;
  readonly statusSince: CalendarDate | null;
  /** `null` unless it was done and is not any more. */
  readonly returned: Returned | null;
}

/**
 * Done takes knowledge: every place read whole after the day it was opened, no call for `quietDays`, nothing left. Open again takes
 * knowledge too: what cannot be read changes nothing.
 */
export function standingOf(migration: Migration, presence: Presence, quietDays: number, now: DateTime): Standing {
  const { status, statusSince } = migration;
  if (status === 'open') {
    return isFinished(migration, presence, quietDays)
      ? { status: 'done', statusSince: utcDay(now), returned: null }
      : { status, statusSince, returned: null };
  }
  const returned = whatReturned(migration, presence);
  return returned ? { status: 'open', statusSince: utcDay(now), returned } : { status, statusSince, returned };
}

function isFinished(migration: Migration, presence: Presence, quietDays: number): boolean {
  const { burnDown, reading } = presence;
  if (migration.told === null || burnDown.kind === 'unknown' || reading.wholeAt === null) return false;
  const { openedOn, statusSince } = migration;
  return (
    reading.wholeAt.slice(0, 10) > (statusSince ?? openedOn) &&
    (statusSince === null || daysBetween(statusSince, burnDown.seenThrough) >= quietDays) &&
    burnDown.quietDays >= quietDays &&
    dependentsLeft(presence, quietDays).length === 0
  );
}

/**
 * What still rests on the model. Use on demand counts for as long as it is not quiet; a version that no alias points at is of no
 * use to anybody, and an imported model has no base that could end.
 */
export function dependentsLeft({ dependents, burnDown }: Presence, quietDays: number): readonly OwnDependent[] {
  return dependents.filter(({ ownership: { dependent }, lastUsedOn }) => {
    switch (dependent.kind) {
      case 'onDemand':
        return (
          burnDown.kind === 'unknown' ||
          (lastUsedOn !== null && daysBetween(lastUsedOn, burnDown.seenThrough) < quietDays)
        );
      case 'agentVersion':
        return dependent.pinnedBy.length > 0;
      case 'importedModel':
        return false;
      default:
        return true;
    }
  });
}

function whatReturned({ statusSince, notices }: Migration, presence: Presence): Returned | null {
  const { burnDown, use } = presence;
  const since = statusSince ?? '';
  const last = burnDown.kind === 'known' ? burnDown.lastUsedOn : null;
  if (burnDown.kind === 'known' && last !== null && last >= plusDays(since, -1)) {
    return { kind: 'used', lastUsedOn: last, calls: use.get(last)?.calls ?? 0 };
  }

  const things = dependentsLeft(presence, 0).filter(({ ownership }) => ownership.dependent.kind !== 'onDemand');
  if (things.length > 0) return { kind: 'dependents', count: things.length };

  const unexplained = notices
    .filter(({ closed, source }) => !closed && source === undefined)
    .map(({ asOf }) => asOf.slice(0, 10))
    .find((asOf) => asOf > since && (last === null || daysBetween(last, asOf) > daysLookedBack));
  return unexplained === undefined ? null : { kind: 'noticed', asOf: unexplained };
}

import { idleLockOutDays } from './restrictions.ts';
import type { CalendarDate } from './calendar-date.ts';
import { plusDays } from './calendar-date.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Migration } from './migration.ts';
import type { Presence } from './presence.ts';

/** A day on which something happens that no reminder may be missing for. */
export interface DateThatMatters {
  readonly day: CalendarDate;
  readonly what: 'legacy' | 'extendedAccess' | 'endOfLife' | 'price' | 'lockOut';
}

/**
 * The days on which the model changes under the team, the earliest first: a stage that begins in any affected Region, an announced
 * price, an account that may be locked out. Milestones and phases are reminders of these, and not among them.
 */
export function datesThatMatter(
  { prices }: Migration,
  lifecycles: readonly Lifecycle[],
  { idle }: Pick<Presence, 'idle'>,
): readonly DateThatMatters[] {
  const stages = lifecycles.flatMap(({ dates }) =>
    (['legacy', 'extendedAccess', 'endOfLife'] as const).flatMap((what) => {
      const day = dates[what];
      return day === null ? [] : [{ day, what }];
    }),
  );
  const priced = prices.flatMap(({ effective }) =>
    effective === null ? [] : [{ day: effective, what: 'price' as const }],
  );
  const lockedOut = idle.flatMap(({ lastUsedOn }) =>
    lastUsedOn === null ? [] : [{ day: plusDays(lastUsedOn, idleLockOutDays), what: 'lockOut' as const }],
  );
  const byKey = new Map([...stages, ...priced, ...lockedOut].map((one) => [`${one.day} ${one.what}`, one]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

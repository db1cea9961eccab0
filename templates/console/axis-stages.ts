import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';

/** A stretch of the axis in which the model is in one stage. */
export interface Stretch {
  readonly kind: 'active' | 'legacy' | 'extendedAccess' | 'endOfLife' | 'withdrawn' | 'before';
  readonly label: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Nobody says when it ends. */
  readonly open: boolean;
}

export function axisStages({ lifecycle }: Situation, from: CalendarDate, until: CalendarDate): readonly Stretch[] {
  const { dates, withdrawal } = lifecycle;
  const starts = withdrawal
    ? ([
        { kind: 'before', label: 'In use', at: from },
        { kind: 'withdrawn', label: 'Withdrawn', at: withdrawal.asOf.slice(0, 10) },
      ] as const)
    : ([
        { kind: 'active', label: 'Active', at: from },
        { kind: 'legacy', label: 'Legacy', at: dates.legacy },
        { kind: 'extendedAccess', label: 'Extended access', at: dates.extendedAccess },
        { kind: 'endOfLife', label: 'Ended', at: dates.endOfLife },
      ] as const);

  const known = starts.flatMap(({ at, ...stage }) => (at ? [{ ...stage, at }] : []));
  return known
    .map(({ at, ...stage }, index) => ({
      ...stage,
      from: at,
      until: known[index + 1]?.at ?? until,
      open: index === known.length - 1 && stage.kind !== 'endOfLife' && stage.kind !== 'withdrawn',
    }))
    .filter((stretch) => stretch.from < stretch.until);
}

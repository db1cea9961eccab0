import type { CalendarDate } from './calendar-date.ts';
import type { Migration, Told } from './migration.ts';
import type { News } from './news.ts';
import type { TrackerTrouble } from './tracker-trouble.ts';

/** What the team is to know of its trackers: each trouble once, and that it is over. */
export function troubleNews(
  { troubles = [] }: Migration,
  told: Pick<Told, 'troubles'>,
  today: CalendarDate,
): readonly News[] {
  const before = told.troubles ?? {};
  const telling = troubles.filter((trouble) => isTold(trouble, today));
  return [
    ...telling
      .filter((trouble) => before[trouble.place] !== nameOf(trouble))
      .map((trouble) => ({ kind: 'ticketTrouble' as const, trouble })),
    ...Object.keys(before)
      .filter((place) => !troubles.some((trouble) => trouble.place === place))
      .map((place) => ({ kind: 'ticketMended' as const, place })),
  ];
}

/** Which troubles were told, by place; one that is unreachable again after it was told stays told. */
export function toldTroubles(
  { troubles = [], told }: Migration,
  today: CalendarDate,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    troubles.flatMap((trouble) => {
      const before = told?.troubles?.[trouble.place];
      const name = isTold(trouble, today) ? nameOf(trouble) : before;
      return name === undefined ? [] : [[trouble.place, name]];
    }),
  );
}

/** A tracker that could not be reached may be back in a minute: it is told on the next day. */
function isTold({ fault, since }: TrackerTrouble, today: CalendarDate): boolean {
  return fault !== 'unreachable' || since < today;
}

function nameOf({ fault, hint }: TrackerTrouble): string {
  return `${fault} ${hint ?? ''}`;
}

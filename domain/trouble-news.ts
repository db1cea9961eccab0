import type { CalendarDate } from './calendar-date.ts';
import { leftTroubles, named, withoutLeft } from './left-troubles.ts';
import type { Migration, Told } from './migration.ts';
import type { News } from './news.ts';
import type { Situation } from './situation.ts';
import type { TrackerTrouble } from './tracker-trouble.ts';

/** What the team is to know of its trackers: each trouble once, that it is over, and what is owed where nobody looks any more. */
export function troubleNews(
  { migration, team }: Pick<Situation, 'migration' | 'team'>,
  told: Pick<Told, 'troubles'>,
  today: CalendarDate,
): readonly News[] {
  const before = told.troubles ?? {};
  const isNamed = named(migration, team);
  const { troubles = [] } = withoutLeft(migration, team);
  const telling = troubles.filter((trouble) => isTold(trouble, today));
  return [
    ...telling
      .filter((trouble) => before[trouble.place] !== nameOf(trouble))
      .map((trouble) => ({ kind: 'ticketTrouble' as const, trouble })),
    ...Object.entries(before)
      .filter(([place]) => isNamed(place) && !troubles.some((trouble) => trouble.place === place))
      .map(([place, name]) => ({ kind: 'ticketMended' as const, place, wasGone: name.startsWith('gone') })),
    ...leftTroubles(migration, team)
      .filter(({ owed }) => owed.length > 0)
      .map((trouble) => ({ kind: 'ticketLeft' as const, trouble })),
  ];
}

/** Which troubles were told, by place; one that is unreachable again after it was told stays told. */
export function toldTroubles(
  { troubles = [], told }: Pick<Migration, 'troubles' | 'told'>,
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

function nameOf({ fault, hint, wasGone }: TrackerTrouble): string {
  const name = `${fault} ${hint ?? ''}`;
  return wasGone && fault !== 'gone' ? `gone, then ${name}` : name;
}

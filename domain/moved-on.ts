import { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';
import type { ComparisonSummary } from './comparison-run.ts';
import { baseModelId } from './model-id.ts';
import type { Phase } from './phases.ts';
import type { Team } from './team.ts';
import type { Timeline } from './timeline.ts';
import { localDay } from './working-days.ts';

/** What is over once a comparison says that the replacement is ready. */
const beforeMigrating: ReadonlySet<Phase['name']> = new Set(['assess', 'research', 'test']);

/**
 * The plan of a team that knows since `ready` that its replacement is ready: what comes before migrating ends on that day, and
 * migrating begins on it. A plan that was further already stays as it is.
 */
export function movedOn(phases: readonly Phase[], ready: CalendarDate): readonly Phase[] {
  const migrate = phases.find(({ name }) => name === 'migrate');
  if (!migrate || migrate.start <= ready) return phases;
  const atLatest = (day: CalendarDate) => (day < ready ? day : ready);
  return phases.map((phase) => {
    if (beforeMigrating.has(phase.name)) return { ...phase, start: atLatest(phase.start), end: atLatest(phase.end) };
    return phase === migrate ? { ...phase, start: ready } : phase;
  });
}

/** The timeline after the latest comparison: moved on where that says of the replacement, and of no other model, that it is ready. */
export function afterVerdict(
  planned: Timeline,
  comparison: ComparisonSummary | null,
  replacementId: string | null,
  { timeZone }: Pick<Team, 'timeZone'>,
): Timeline {
  if (comparison?.verdict.kind !== 'ready') return planned;
  const { candidate, concludedAt } = comparison;
  if ((baseModelId(candidate) ?? candidate) !== replacementId) return planned;
  const ready = localDay(DateTime.fromISO(concludedAt, { zone: 'utc' }), timeZone);
  return { ...planned, phases: movedOn(planned.phases, ready) };
}

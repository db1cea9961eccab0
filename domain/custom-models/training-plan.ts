import type { DateTime } from 'luxon';
import type { CalendarDate } from '../calendar-date.ts';
import { plusDays, utcDay } from '../calendar-date.ts';
import type { Dates } from '../lifecycle.ts';
import type { CustomModelMigration } from './custom-model-migration.ts';
import type { Milestone, Timeline } from '../timeline.ts';

/** When custom models must be trained again. */
export interface TrainingPlan {
  /** The last day to begin, so that training, comparison and approval are over by `due`. */
  readonly start: CalendarDate;
  /** Everything is trained before this day begins. */
  readonly due: CalendarDate;
  /** Why then: new fine-tuning on the old base is barred, the team begins to move its traffic, or the base ends. */
  readonly before: 'legacy' | 'migrate' | 'extendedAccess' | 'endOfLife';
}

/**
 * Worked back from what comes first: the day the base becomes Legacy, since from then on nobody can train on it again should the successor
 * fail; the day on which the plan moves traffic; the day that binds. `null` while no date is known.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
 */
export function trainingPlan(
  { phases, binding }: Pick<Timeline, 'phases' | 'binding'>,
  { legacy }: Pick<Dates, 'legacy'>,
  trainingDays: number,
  today: CalendarDate,
): TrainingPlan | null {
  const migrate = phases.find(({ name }) => name === 'migrate');
  const limits = [
    ...(legacy !== null && legacy > today ? [{ before: 'legacy' as const, due: legacy }] : []),
    ...(migrate ? [{ before: 'migrate' as const, due: migrate.start }] : []),
    ...(binding ? [{ before: binding.name, due: binding.date }] : []),
  ];
  const [first] = limits.toSorted((a, b) => a.due.localeCompare(b.due));
  return first ? { ...first, start: plusDays(first.due, -trainingDays) } : null;
}

/** The custom models of a team among what it leaves, and its timeline with them. */
export interface PlannedTraining {
  readonly timeline: Timeline;
  /** Migrations of the team's custom models on it, as far as they were proposed. */
  readonly customModels: readonly CustomModelMigration[];
  /** When they must be trained again; `null` where there is none left to train, or no date. */
  readonly training: TrainingPlan | null;
}

interface TrainingFacts {
  readonly migration: { readonly id: string };
  readonly customModels: readonly CustomModelMigration[];
  readonly line: Timeline;
  readonly lifecycle: { readonly dates: Dates };
  readonly trainingDays: number;
  readonly now: DateTime;
}

/** Of all custom models those of this migration; what is promoted needs no training any more. */
export function plannedTraining({
  migration,
  customModels,
  line,
  lifecycle,
  trainingDays,
  now,
}: TrainingFacts): PlannedTraining {
  const mine = customModels.filter(({ migrationIds }) => migrationIds.includes(migration.id));
  const today = utcDay(now);
  const isLeft = mine.some(({ status }) => status !== 'promoted');
  const training = isLeft ? trainingPlan(line, lifecycle.dates, trainingDays, today) : null;
  return { customModels: mine, training, timeline: withTraining(line, training, today) };
}

/** The timeline with the two days of the plan among its milestones. */
export function withTraining(line: Timeline, plan: TrainingPlan | null, today: CalendarDate): Timeline {
  if (!plan || line.milestones.length === 0) return line;
  const milestones: readonly Milestone[] = [
    { name: 'last day to begin training custom models', due: plan.start, overdue: plan.start < today },
    { name: 'custom models trained and approved', due: plan.due, overdue: plan.due < today },
  ];
  return { ...line, milestones: [...line.milestones, ...milestones].toSorted((a, b) => a.due.localeCompare(b.due)) };
}

import type { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Dependent } from '../../domain/dependent.ts';
import { modelIdsOf } from '../../domain/dependent.ts';
import type { Leaving } from '../../domain/leaving.ts';
import { leavingOf } from '../../domain/leaving.ts';
import type { Stage } from '../../domain/lifecycle.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import type { Ownership } from '../../domain/ownership.ts';
import { ownershipsOf } from '../../domain/ownership.ts';
import { daysLeft, stageAt } from '../../domain/stage.ts';
import type { Sweep } from './take-sweep.ts';

/** How a model stands in one Region. */
export interface ModelStanding {
  readonly modelId: string;
  readonly stage: Stage;
  readonly endOfLife: CalendarDate | null;
  readonly daysLeft: number | null;
}

/** A model that somebody has to leave, and what that takes for one dependent. */
export interface LeavingModel extends ModelStanding {
  readonly tasks: readonly Leaving[];
}

/** A dependent, and how the models under it stand in its Region. */
export interface DependentRow {
  readonly dependent: Dependent;
  readonly owners: readonly Ownership[];
  /** The model that ends first of those it rests on; `null` where it rests on none. */
  readonly model: ModelStanding | null;
  /** Every model it rests on that has to be left, the one that ends first before the others. */
  readonly leaving: readonly LeavingModel[];
  readonly use: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly lastUsedOn: CalendarDate;
  } | null;
}

/** Every dependent; those whose model ends first come first. */
export function dependentRows(sweep: Sweep, configuration: Configuration, now: DateTime): readonly DependentRow[] {
  const rows = sweep.dependents.map((dependent): DependentRow => {
    const standings = modelIdsOf(dependent)
      .map((modelId) => standingOf(modelId, dependent.region, sweep, now))
      .toSorted((a, b) => order(a).localeCompare(order(b)));
    return {
      dependent,
      owners: ownershipsOf(dependent, configuration),
      model: standings[0] ?? null,
      leaving: standings
        .filter(isLeaving)
        .map((model) => ({ ...model, tasks: leavingOf(dependent, model.modelId, model.endOfLife) })),
      use: useOf(dependent, sweep),
    };
  });
  return rows.toSorted(
    (a, b) => order(a.model).localeCompare(order(b.model)) || a.dependent.id.localeCompare(b.dependent.id),
  );
}

function isLeaving({ stage, endOfLife }: ModelStanding): boolean {
  return stage !== 'active' || endOfLife !== null;
}

function standingOf(modelId: string, region: string, { catalogue }: Sweep, now: DateTime): ModelStanding {
  const known = catalogue.find(modelId) ?? { modelId, regime: null, words: [], withdrawals: [] };
  const lifecycle = mergeWords(known, [region]);
  const { endOfLife } = lifecycle.dates;
  return { modelId, stage: stageAt(lifecycle, now), endOfLife, daysLeft: daysLeft(lifecycle.dates, now) };
}

/** What ends first comes first; then what is leaving without a day, then what stays. */
export function order(model: ModelStanding | null): string {
  return `${model?.endOfLife ?? (model === null ? '9' : model.stage === 'active' ? '8' : '7')} ${model?.modelId ?? ''}`;
}

/** Use over the window that the sweep asked for, whatever names it went by. */
function useOf({ id, account, region }: Dependent, { usage }: Sweep): DependentRow['use'] {
  const own = usage.filter((one) => one.dependentId === id && one.account === account && one.region === region);
  const byName = new Map(own.map((one) => [`${one.endpoint} ${one.calledAs}`, one]));
  const days = [...byName.values()].flatMap((one) => one.days);
  const lastUsedOn = days
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  if (lastUsedOn === undefined) return null;
  const total = (of: 'calls' | 'inputTokens' | 'outputTokens') => days.reduce((sum, day) => sum + day[of], 0);
  return { calls: total('calls'), inputTokens: total('inputTokens'), outputTokens: total('outputTokens'), lastUsedOn };
}

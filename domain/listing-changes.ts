import type { CalendarDate } from './calendar-date.ts';
import type { ListedModel } from './foundation-model.ts';
import type { Region } from './lifecycle.ts';

/** What is remembered of a model in a Region's list. `GONE`: it was taken from the list before any date said so. */
export type ListedState = Pick<ListedModel, 'status' | 'legacy' | 'extendedAccess' | 'endOfLife'>;

/** What a Region's list said when it was last read. */
export interface RememberedListing {
  readonly region: Region;
  readonly models: Readonly<Record<string, ListedState>>;
  /** Counts writes; a write names the version it read. */
  readonly version: number;
}

export const gone = 'GONE';

/** One model's lifecycle as the API tells it now, in the Regions where that is new. */
export interface ListingChange extends ListedState {
  readonly modelId: string;
  readonly regions: readonly Region[];
  /** `true` when it is gone before its date, `false` when it is back, `null` for what only dates or the state tell. */
  readonly withdrawn: boolean | null;
}

/** What a list says that the last one did not. A model that is new, Active and without dates is nothing to tell. */
export function newInListing(before: RememberedListing, models: readonly ListedModel[]): readonly ListingChange[] {
  return models.flatMap((model) => {
    const known = before.models[model.modelId];
    const state = stateOf(model);
    if (known && sameState(known, state)) return [];
    if (!known && saysNothing(state)) return [];
    const withdrawn = known?.status === gone ? false : null;
    return [{ modelId: model.modelId, regions: [before.region], ...state, withdrawn }];
  });
}

/**
 * Models that the last list held and this one does not, and whose end no date explains: each needs a second look before it is called
 * gone. One whose end of life has come may be absent or still be listed as Legacy; both are the end AWS announced.
 */
export function unexplainedAbsences(
  before: RememberedListing,
  models: readonly ListedModel[],
  endedOn: (modelId: string) => CalendarDate | null,
  today: CalendarDate,
): readonly string[] {
  const listed = new Set(models.map(({ modelId }) => modelId));
  return Object.entries(before.models)
    .filter(([modelId, { status }]) => !listed.has(modelId) && status !== gone)
    .filter(([modelId, { endOfLife }]) => {
      const ends = [endOfLife, endedOn(modelId)].filter((day) => day !== null);
      return !ends.some((day) => day <= today);
    })
    .map(([modelId]) => modelId);
}

/** The list to remember: what was listed, what was found gone, and what is still offered although it was not listed. */
export function remembered(
  before: RememberedListing,
  models: readonly ListedModel[],
  { goneNow, stillOffered }: { readonly goneNow: readonly string[]; readonly stillOffered: readonly string[] },
): RememberedListing {
  const known = (modelId: string) => before.models[modelId];
  const kept = Object.entries(before.models).filter(
    ([modelId, { status }]) => status === gone || stillOffered.includes(modelId),
  );
  const lost = goneNow.flatMap((modelId) => {
    const state = known(modelId);
    return state ? [[modelId, { ...state, status: gone }] as const] : [];
  });
  const listed = models.map((model) => [model.modelId, stateOf(model)] as const);
  return { ...before, models: Object.fromEntries([...kept, ...lost, ...listed]) };
}

/** The same change in several Regions is told once. */
export function togetherByModel(changes: readonly ListingChange[]): readonly ListingChange[] {
  const together = new Map<string, ListingChange>();
  for (const change of changes) {
    const { regions, ...said } = change;
    const key = JSON.stringify(said);
    const known = together.get(key)?.regions ?? [];
    together.set(key, { ...change, regions: [...new Set([...known, ...regions])].toSorted() });
  }
  return [...together.values()];
}

function stateOf({ status, legacy, extendedAccess, endOfLife }: ListedModel): ListedState {
  return { status, legacy, extendedAccess, endOfLife };
}

function sameState(a: ListedState, b: ListedState): boolean {
  return (
    a.status === b.status &&
    a.legacy === b.legacy &&
    a.extendedAccess === b.extendedAccess &&
    a.endOfLife === b.endOfLife
  );
}

function saysNothing({ status, legacy, extendedAccess, endOfLife }: ListedState): boolean {
  return status === 'ACTIVE' && [legacy, extendedAccess, endOfLife].every((day) => day === null);
}

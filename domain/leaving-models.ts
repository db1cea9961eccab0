import type { CalendarDate } from './calendar-date.ts';
import { plusDays } from './calendar-date.ts';
import type { Catalogue } from './catalogue.ts';
import type { Dates } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import type { RememberedListing } from './listing-changes.ts';
import { mergeWords } from './merge-words.ts';

/** Days after its end for which a model's use is still looked at: as far back as the sweep counts calls. */
const daysAfterTheEnd = 30;

/**
 * Base models that somebody should be leaving: a source gives a day of their Legacy, or the API lists them as such or as gone. One that
 * ended before anybody's calls are counted is no news.
 */
export function leavingModels(
  { models }: Pick<Catalogue, 'models'>,
  listings: readonly RememberedListing[],
  today: CalendarDate,
): ReadonlySet<string> {
  const since = plusDays(today, -daysAfterTheEnd);
  const leaves = ({ legacy, extendedAccess, endOfLife }: Pick<Dates, 'legacy' | 'extendedAccess' | 'endOfLife'>) =>
    [legacy, extendedAccess, endOfLife].some((day) => day !== null) && (endOfLife === null || endOfLife >= since);

  const announced = models.filter((model) => {
    const { dates, withdrawal } = mergeWords(model, [allRegions]);
    return withdrawal !== null || leaves(dates);
  });
  const listed = listings.flatMap(({ models: states }) =>
    Object.entries(states).filter(
      ([, state]) => leaves(state) || (state.status !== 'ACTIVE' && state.endOfLife === null),
    ),
  );
  return new Set([...announced.map(({ modelId }) => modelId), ...listed.map(([modelId]) => modelId)]);
}

import { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import { mergeWords } from '../../domain/merge-words.ts';

/** The dates of a model that the catalogue knows, as days and as AWS writes them. */
export function knownDates(modelId: string, catalogue: Catalogue) {
  const model = catalogue.find(modelId);
  if (!model) throw new Error(`the story needs ${modelId}`);
  const { dates } = mergeWords(model, [allRegions]);
  if (!dates.legacy || !dates.extendedAccess || !dates.endOfLife)
    throw new Error(`the story needs the dates of ${modelId}`);
  const { legacy, extendedAccess, endOfLife } = dates;
  return {
    id: modelId,
    name: model.name,
    legacy,
    extendedAccess,
    endOfLife,
    legacyWords: words(legacy),
    extendedAccessWords: words(extendedAccess),
    endOfLifeWords: words(endOfLife),
  };
}

function words(date: CalendarDate): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' }).toFormat('LLLL d, yyyy');
}

import type { DateTime } from 'luxon';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { Catalogue, CatalogueModel } from '../../../domain/catalogue.ts';
import { allRegions } from '../../../domain/lifecycle.ts';
import { mergeWords } from '../../../domain/merge-words.ts';
import { uncataloguedModels } from './uncatalogued-models.ts';

/** A model that is listed in a Region, with the end that AWS has announced by then. */
export interface OfferedModel {
  readonly modelId: string;
  readonly name: string;
  readonly provider: string;
  readonly launch: CalendarDate | null;
  readonly end: {
    readonly legacy: CalendarDate;
    readonly extendedAccess: CalendarDate | null;
    readonly endOfLife: CalendarDate;
  } | null;
}

/** How long an ended model stays listed where it is not taken off the list at once; nobody has seen which AWS does. */
const listedAfterEndDays = 60;

/**
 * What a Region offers on a day. Models that the catalogue knows in no particular Region are everywhere. An end is unknown before
 * Legacy begins; after it the model is absent in the Regions of the Americas, and Legacy with a past end elsewhere, so that both
 * forms occur.
 */
export function offeredModels(catalogue: Catalogue, now: () => DateTime): (region: string) => readonly OfferedModel[] {
  // Every account asks the same of a Region on the same day.
  let asked = '';
  const byRegion = new Map<string, readonly OfferedModel[]>();
  return (region) => {
    const today = now().toUTC().toISODate() ?? '';
    if (asked !== today) byRegion.clear();
    asked = today;
    const offers = byRegion.get(region) ?? offersOf(catalogue, region, today);
    byRegion.set(region, offers);
    return offers;
  };
}

function offersOf(catalogue: Catalogue, region: string, today: CalendarDate): readonly OfferedModel[] {
  const known = catalogue.models.flatMap((model) => offered(model, region, today));
  return [...known, ...uncataloguedModels.filter(({ launch }) => launch === null || launch <= today)];
}

function offered(model: CatalogueModel, region: string, today: CalendarDate): readonly OfferedModel[] {
  const regions = new Set(model.words.map((word) => word.region));
  const here = regions.size === 0 || regions.has(allRegions) || regions.has(region);
  const { dates } = mergeWords({ ...model, words: model.words.filter(({ source }) => source === 'catalogue') }, [
    region,
  ]);
  const { launch, legacy, extendedAccess, endOfLife } = dates;
  if (!here || model.withdrawals.length > 0 || (launch !== null && launch > today)) return [];

  const { modelId, name, provider } = model;
  if (legacy === null || endOfLife === null || legacy > today) return [{ modelId, name, provider, launch, end: null }];
  if (endOfLife <= today && !isStillListed(region, endOfLife, today)) return [];
  return [{ modelId, name, provider, launch, end: { legacy, extendedAccess, endOfLife } }];
}

function isStillListed(region: string, endOfLife: CalendarDate, today: CalendarDate): boolean {
  if (/^(us|ca|sa|mx)-/.test(region)) return false;
  return (Date.parse(today) - Date.parse(endOfLife)) / 86_400_000 <= listedAfterEndDays;
}

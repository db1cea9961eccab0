import type { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';
import { plusDays, utcDay } from './calendar-date.ts';
import type { CallFailure, Coverage, Place } from './coverage.ts';
import { dependentKinds } from './dependent.ts';
import { allRegions } from './lifecycle.ts';

/** A place of which it is not known what is in it: never "nothing". */
export interface UnknownPlace extends Place {
  readonly why: 'neverRead' | 'failed' | 'stale';
  /** What failed at the last attempt. */
  readonly failures: readonly CallFailure[];
}

/** How much the sweep knows of a team's places. */
export interface Reading {
  readonly places: readonly Place[];
  readonly unknown: readonly UnknownPlace[];
  /** Whether the sweep has ever tried any of them. */
  readonly tried: boolean;
  /** Since when every kind in every place has been read whole, ISO; `null` while anything is unknown. */
  readonly wholeAt: string | null;
  /** Last complete UTC day of which all use is known, as far as use was ever read; `null` where it never was. */
  readonly usedThrough: CalendarDate | null;
}

/** What was read longer ago than this is not known any more. */
const freshDays = 2;

export function reading(places: readonly Place[], coverage: readonly Coverage[], now: DateTime): Reading {
  const all = distinct(places.flatMap((place) => within(place, coverage)));
  const byPlace = new Map(coverage.map((one) => [placeKey(one), one]));
  const unknown = all.flatMap((place) => unknownPlace(place, byPlace.get(placeKey(place)), now) ?? []);
  const known = all.flatMap((place) => byPlace.get(placeKey(place)) ?? []);
  const readAt = known.flatMap(({ swept }) => dependentKinds.map((kind) => swept[kind] ?? ''));
  const used = known.flatMap(({ swept }) => swept.onDemand ?? []).toSorted()[0];
  return {
    places: all,
    unknown,
    tried: known.length > 0,
    wholeAt: all.length > 0 && unknown.length === 0 ? (readAt.toSorted()[0] ?? null) : null,
    usedThrough: used === undefined ? null : plusDays(used.slice(0, 10), -1),
  };
}

/** All Regions of an account are those the sweep has tried; where it tried none, nothing is known of any. */
function within(place: Place, coverage: readonly Coverage[]): readonly Place[] {
  if (place.region !== allRegions) return [place];
  const tried = coverage.filter(({ account }) => account === place.account);
  return tried.length > 0 ? tried.map(({ account, region }) => ({ account, region })) : [place];
}

function unknownPlace({ account, region }: Place, seen: Coverage | undefined, now: DateTime): UnknownPlace | null {
  if (!seen) return { account, region, why: 'neverRead', failures: [] };
  const failures = seen.failures.filter(hides);
  if (failures.length > 0) return { account, region, why: 'failed', failures };

  const oldest = now.minus({ days: freshDays }).toUTC().toISO() ?? utcDay(now);
  const read = dependentKinds.map((kind) => seen.swept[kind]);
  if (read.every((at) => at !== undefined && at >= oldest)) return null;
  return { account, region, why: read.some((at) => at !== undefined) ? 'stale' : 'neverRead', failures: [] };
}

/** Quotas tell nothing of who uses a model; all else does: a tag or a caller that was not read may change whose a thing is. */
function hides({ call }: CallFailure): boolean {
  return !call.startsWith('servicequotas:');
}

function distinct(places: readonly Place[]): Place[] {
  const byKey = new Map(places.map(({ account, region }) => [placeKey({ account, region }), { account, region }]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

function placeKey({ account, region }: Place): string {
  return `${account} ${region}`;
}

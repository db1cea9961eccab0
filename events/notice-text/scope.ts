import type { CalendarDate } from '../../domain/calendar-date.ts';
import { earliest } from '../../domain/calendar-date.ts';
import type { Region } from '../../domain/lifecycle.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import type { NoticeDates } from '../../domain/notice.ts';
import type { Statement } from './facts.ts';

/** A statement together with the models and Regions it is about: its own, else those named last before it. */
export interface Scoped extends Statement {
  readonly aboutModels: readonly string[];
  readonly aboutRegions: readonly Region[];
}

/** Reads statements in order, so that "Model A … end of life X. Model B … end of life Y." gives each model its own date. */
export function scoped(statements: readonly Statement[], subjects: readonly string[]): Scoped[] {
  let models: readonly string[] = [];
  let regions: readonly Region[] = [];
  let spokeOfDates = false;
  return statements.map((statement) => {
    const own = [...statement.models, ...statement.named].filter((id) => subjects.includes(id));
    if (own.length > 0) {
      models = spokeOfDates || statement.dates.length > 0 ? own : [...new Set([...models, ...own])];
      regions = spokeOfDates ? [] : regions;
      spokeOfDates = false;
    }
    if (statement.regions.length > 0)
      regions =
        statement.dates.length > 0 || regions.length === 0 ? statement.regions : [...regions, ...statement.regions];
    spokeOfDates ||= statement.dates.length > 0;
    return {
      ...statement,
      aboutModels: models,
      aboutRegions: statement.regions.length > 0 ? statement.regions : regions,
    };
  });
}

const dateKinds = ['legacy', 'extendedAccess', 'endOfLife', 'noSoonerThan'] as const;

export interface ScopedDates {
  readonly regions: readonly Region[];
  readonly dates: NoticeDates;
}

/** The dates of one model, in as many groups of Regions as have dates of their own. Two dates of one kind: the earlier. */
export function datesOf(model: string, regions: readonly Region[], statements: readonly Scoped[]): ScopedDates[] {
  const groups = new Map<string, { regions: Region[]; dates: NoticeDates }>();
  for (const region of regions) {
    const dates = Object.fromEntries(
      dateKinds.map((kind) => [kind, dateOf(kind, model, region, statements)]),
    ) as unknown as NoticeDates;
    const key = JSON.stringify(dates);
    const group = groups.get(key);
    if (group) group.regions.push(region);
    else groups.set(key, { regions: [region], dates });
  }
  return [...groups.values()];
}

function dateOf(kind: string, model: string, region: Region, statements: readonly Scoped[]): CalendarDate | null {
  const said = statements.flatMap((statement) =>
    statement.dates.filter((date) => date.kind === kind).map((date) => ({ value: date.value, statement })),
  );
  if (new Set(said.map(({ value }) => value)).size <= 1) return said[0]?.value ?? null;

  const ofModel = preferring(
    said,
    ({ statement }) => statement.aboutModels.length === 0 || statement.aboutModels.includes(model),
  );
  const ofRegion = preferring(ofModel, ({ statement }) => concerns(statement, region));
  return earliest(ofRegion.map(({ value }) => value));
}

function concerns({ aboutRegions }: Scoped, region: Region): boolean {
  return aboutRegions.length === 0 || aboutRegions.includes(region) || aboutRegions.includes(allRegions);
}

function preferring<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const some = all.filter(fits);
  return some.length > 0 ? some : all;
}

/** Regions of one model: those named with it where every subject has some of its own, else all that the notice names. */
export function regionsOf(
  model: string,
  subjects: readonly string[],
  statements: readonly Scoped[],
): readonly Region[] {
  const ofSubject = (id: string) =>
    statements
      .filter(({ aboutModels, replacements }) => aboutModels.includes(id) && replacements.length === 0)
      .flatMap(({ regions }) => regions);
  const plain = statements.filter(({ replacements }) => replacements.length === 0).flatMap(({ regions }) => regions);
  // A clause that also says where to go may mean the Regions of that place; it counts where nothing else names any.
  const everyone =
    plain.length > 0 ? plain : statements.filter(({ models }) => models.length > 0).flatMap(({ regions }) => regions);
  const each = subjects.length > 1 && subjects.every((id) => ofSubject(id).length > 0);
  const found = [...new Set(each ? ofSubject(model) : everyone)];
  return found.includes(allRegions) ? [allRegions] : found;
}

import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Region } from '../../domain/lifecycle.ts';
import type { Clause } from './clauses.ts';
import { clauses } from './clauses.ts';
import type { DateKind, DatedKind } from './date-cues.ts';
import { cuesIn, kindsOf } from './date-cues.ts';
import { datesIn, isImmediately } from './dates.ts';
import type { ModelMention } from './models.ts';
import { modelIdsIn, modelNamesIn, unknownNamesIn } from './models.ts';
import type { Span } from './mention.ts';
import { masked } from './mention.ts';
import { amountsIn } from './prices.ts';
import { isLeft, recommends } from './recommendation.ts';
import type { RegionMention } from './regions.ts';
import { regionsIn } from './regions.ts';

/** What one clause of a notice says. */
export interface Statement {
  /** Base model ids it names as the subject, by id; by display name only in `named`. */
  readonly models: readonly string[];
  readonly named: readonly string[];
  /** Base model ids it names as a place to go. */
  readonly replacements: readonly string[];
  /** Places to go that look like a model's display name and are no known one. */
  readonly unknownNames: readonly string[];
  readonly regions: readonly Region[];
  readonly dates: readonly { readonly kind: DateKind; readonly value: CalendarDate; readonly immediately: boolean }[];
}

/** What stands between a place to go and a date of its own: `Claude Opus 5 (no sooner than …)`, `… which is Legacy since …`. */
const speaksOfItself = /\b(?:which|whose|itself)\b|\([^)]*$/i;

/** The clauses of a normalised text as statements, in order. */
export function statementsIn(text: string, catalogue: Catalogue, eventDay: CalendarDate): readonly Statement[] {
  const ids = modelIdsIn(text);
  const names = modelNamesIn(text, catalogue, ids);
  const dates = datesIn(text, eventDay);
  const regions = regionsIn(text);
  const mask = masked(text, [...ids, ...names, ...dates, ...amountsIn(text)]);

  let carried: DateKind | null = null;
  let listing = false;
  return clauses(text, mask).flatMap((clause) => {
    const inside = <M extends Span>(all: readonly M[]): M[] =>
      all.filter((one) => one.start >= clause.start && one.end <= clause.end + 1);
    const dated = kindsOf(mask, clause, inside(dates), carried);
    const words = mask.slice(clause.start, clause.end);
    if (inside(dates).length === 0) carried = label(mask, clause);
    else if (!isItem(words)) carried = null;

    const continues = listing && isItem(words) && dated.length === 0;
    const goes = recommends(words) || continues;
    listing = goes && (continues || /:\s*$/.test(words));

    const whole = statement(text, clause, goes, inside(ids), inside(names), dated, inside(regions));
    if (!repeatsKind(dated) || whole.dates.length < dated.length) return [whole];
    if (whole.regions.length > 1) return datesWithTheirRegions(whole, dated, inside(regions));
    return datesWithTheirModels(whole, dated);
  });
}

function repeatsKind(dated: readonly DatedKind[]): boolean {
  return new Set(dated.map(({ kind }) => kind)).size < dated.length;
}

/** "End of life is A in Region X and B in Region Y": each date with the Regions beside it. */
function datesWithTheirRegions(
  whole: Statement,
  dated: readonly DatedKind[],
  regions: readonly RegionMention[],
): Statement[] {
  const regionsFirst = (regions[0]?.start ?? 0) < (dated[0]?.at.start ?? 0);
  return dated.map((date, index) => {
    const from = regionsFirst ? (dated[index - 1]?.at.end ?? 0) : date.at.end;
    const until = regionsFirst ? date.at.start : (dated[index + 1]?.at.start ?? Infinity);
    const own = regions.filter(({ start }) => start >= from && start < until).map(({ value }) => value);
    return { ...whole, regions: own, dates: whole.dates.slice(index, index + 1) };
  });
}

/** "A and B end on X and Y, respectively", or each model beside its date: as many dates of a kind as models belong to them in order. */
function datesWithTheirModels(whole: Statement, dated: readonly DatedKind[]): Statement[] {
  const models = whole.models.length > 0 ? whole.models : whole.named;
  const kinds = [...new Set(dated.map(({ kind }) => kind))];
  const ofKind = (kind: DateKind) => whole.dates.filter((date) => date.kind === kind);
  if (models.length < 2 || kinds.some((kind) => ![1, models.length].includes(ofKind(kind).length))) return [whole];

  return models.map((model, index) => ({
    ...whole,
    models: [model],
    named: [],
    dates: kinds.flatMap((kind) => ofKind(kind).filter((_, place, all) => all.length === 1 || place === index)),
  }));
}

function statement(
  text: string,
  clause: Clause,
  goes: boolean,
  ids: readonly ModelMention[],
  names: readonly ModelMention[],
  dated: readonly DatedKind[],
  regions: readonly RegionMention[],
): Statement {
  const isSubject = (model: ModelMention) => !goes || isLeft(text, clause, model);
  const destinations = [...ids, ...names].filter((model) => !isSubject(model)).toSorted((a, b) => a.start - b.start);
  const ofDestination = ({ at }: DatedKind) =>
    destinations.some((model) => model.end <= at.start && speaksOfItself.test(text.slice(model.end, at.start)));
  return {
    models: valuesOf(ids.filter(isSubject)),
    named: valuesOf(names.filter(isSubject)),
    replacements: valuesOf(destinations),
    unknownNames: goes
      ? unknownNamesIn(
          text.slice(clause.start, clause.end),
          [...ids, ...names].map((model) => text.slice(model.start, model.end)),
        )
      : [],
    regions: [...new Set(regions.map(({ value }) => value))],
    dates: dated
      .filter((date) => !ofDestination(date))
      .map(({ kind, value, at }) => ({ kind, value, immediately: isImmediately(text, at) })),
  };
}

function valuesOf(models: readonly ModelMention[]): string[] {
  return [...new Set(models.flatMap(({ value }) => value))];
}

/** The one kind that a line without a date announces for the next line: "End of life:". */
function label(mask: string, clause: Clause): DateKind | null {
  const found = [...new Set(cuesIn(mask, clause).map(({ kind }) => kind))];
  const [only] = found;
  const words = mask.slice(clause.start, clause.end).trim();
  const announces = words.endsWith(':') || (words.length < 40 && !/[.;!?]$/.test(words));
  return only !== undefined && found.length === 1 && announces ? only : null;
}

function isItem(words: string): boolean {
  return /^\s*(?:[-*•+]|\d+[.)]|['"]?x)/.test(words);
}

import type { DependentKind } from '../domain/dependent.ts';
import { dependentKinds } from '../domain/dependent.ts';
import type { OwnDependent } from '../domain/own-dependents.ts';
import type { UnknownPlace } from '../domain/reading.ts';
import type { Markup } from './markup.ts';
import { counted, firstOf, listed } from './text.ts';
import { kindWords } from './words-leaving.ts';
import { regionName } from './words-lifecycle.ts';

/** `2 on-demand uses, 1 agent version and 1 knowledge base`; `nothing` where there is none. */
export function countsByKind(kinds: readonly DependentKind[]): string {
  const counts = dependentKinds.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [counted(count, kindWords[kind])] : [];
  });
  return counts.length > 0 ? listed(counts) : 'nothing';
}

/** What the sweep found to rest on the model, and how much of it nobody owns. */
export function dependentCounts(dependents: readonly OwnDependent[]): string {
  const kinds = dependents.map(({ ownership }) => ownership.dependent.kind);
  const unowned = dependents.filter(({ ownership }) => ownership.route === null).length;
  const marked =
    unowned > 0
      ? ` (${unowned === dependents.length ? 'unowned' : `${unowned} of them unowned`}: no route claims ${unowned === 1 ? 'it' : 'them'})`
      : '';
  return `The sweep found ${countsByKind(kinds)}${marked}.`;
}

const mostPlaces = 5;

/** Places that could not be read, with what failed there; `null` where there are none. */
export function unknownPlaces(unknown: readonly UnknownPlace[], markup: Markup): string | null {
  if (unknown.length === 0) return null;
  const places = unknown.map((place) => `${placeName(place, markup)} (${whyUnknown(place, markup)})`);
  return `Could not be read, so what is there is not known: ${firstOf(places, mostPlaces)}.`;
}

export function placeName({ account, region }: UnknownPlace, markup: Markup): string {
  return `${markup.code(account)} in ${regionName(region, markup)}`;
}

export function whyUnknown({ why, failures }: UnknownPlace, markup: Markup): string {
  switch (why) {
    case 'neverRead':
      return 'never read';
    case 'stale':
      return 'not read for two days';
    case 'failed':
      return firstOf([...new Set(failures.map(({ call, error }) => `${markup.text(call)}: ${markup.text(error)}`))], 2);
  }
}

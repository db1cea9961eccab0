import type { CalendarDate } from './calendar-date.ts';
import type { Configuration } from './configuration.ts';
import type { Dependent } from './dependent.ts';
import { dependentKinds, modelIdsOf } from './dependent.ts';
import type { Leaving } from './leaving.ts';
import { leavingOf } from './leaving.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Migration } from './migration.ts';
import type { Ownership } from './ownership.ts';
import { ownershipsOf } from './ownership.ts';
import type { TeamUse } from './team-use.ts';
import { lastUsedOn } from './team-use.ts';

/** A team's part of a dependent, and what it takes to get it off the model. */
export interface OwnDependent {
  readonly ownership: Ownership;
  readonly leaving: readonly Leaving[];
  /** The last call through it; `null` where none was seen. */
  readonly lastUsedOn: CalendarDate | null;
}

export interface OwnFacts {
  readonly migration: Pick<Migration, 'modelId'>;
  readonly team: string;
  readonly lifecycle: Pick<Lifecycle, 'dates'>;
  readonly configuration: Configuration;
}

/** What a team has of the model's dependents, each once, by kind and place. */
export function ownDependents(
  dependents: readonly Dependent[],
  { migration: { modelId }, team, lifecycle, configuration }: OwnFacts,
  use: readonly TeamUse[],
): readonly OwnDependent[] {
  return dependents
    .filter((dependent) => modelIdsOf(dependent).includes(modelId))
    .flatMap((dependent) =>
      inOne(ownershipsOf(dependent, configuration).filter((ownership) => ownership.team === team)),
    )
    .map((ownership) => ({
      ownership,
      leaving: leavingOf(ownership.dependent, modelId, lifecycle.dates.endOfLife),
      lastUsedOn: lastUsedOn(use.filter(({ usage }) => usage.dependentId === ownership.dependent.id)),
    }))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Several routes, or a route and none, may give one team its parts of one dependent: the first that decided is named. */
function inOne(parts: readonly Ownership[]): readonly Ownership[] {
  const [first, ...rest] = parts.toSorted((a, b) => (a.route ?? Infinity) - (b.route ?? Infinity));
  if (!first) return [];
  const callers = [first, ...rest].flatMap((one) => one.callers);
  return [
    {
      ...first,
      callers,
      share: Math.min(
        1,
        parts.reduce((sum, { share }) => sum + share, 0),
      ),
    },
  ];
}

function order({ ownership: { dependent } }: OwnDependent): string {
  const { kind, account, region, name, id } = dependent;
  return [String(dependentKinds.indexOf(kind)).padStart(2, '0'), account, region, name, id].join(' ');
}

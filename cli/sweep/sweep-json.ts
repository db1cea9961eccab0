import type { Situation } from '../../domain/situation.ts';
import { modelIdsOf } from '../../domain/dependent.ts';
import { migrationJson, sourcesJson } from '../migration-json.ts';
import type { DependentRow } from './dependent-rows.ts';
import type { ModelRow } from './model-rows.ts';
import type { Sweep } from './take-sweep.ts';

/** What `sundial sweep` answers. */
export interface SweepReport {
  readonly sweep: Sweep;
  readonly models: readonly ModelRow[];
  readonly dependents: readonly DependentRow[];
  readonly migrations: readonly Situation[];
  readonly simulated: boolean;
}

/** The document of `sundial sweep --json`. */
export function sweepJson({ sweep, models, dependents, migrations, simulated }: SweepReport) {
  return {
    simulated,
    models: models.map(({ lifecycle, replacement, ...model }) => ({
      ...model,
      dates: lifecycle.dates,
      sources: sourcesJson(lifecycle),
      disagreements: lifecycle.disagreements.map(({ name, words }) => ({
        date: name,
        words: words.map(({ value, source, region, asOf }) => ({ value, source, region, asOf })),
      })),
      replacement: replacement && { modelId: replacement.modelId, source: replacement.source },
    })),
    dependents: dependents.map(dependentJson),
    migrations: migrations.map((situation) => ({
      ...migrationJson(situation),
      dependents: situation.presence.dependents.map(({ ownership }) => ownership.dependent.id),
    })),
    failures: sweep.failures,
    drift: sweep.drift,
  };
}

export function dependentJson({ dependent, owners, model, leaving, use }: DependentRow) {
  const { kind, id, name, account, region, uses, tags, callers, pinnedBy, committedUntil, seenAt } = dependent;
  return {
    kind,
    id,
    name,
    account,
    region,
    modelId: model?.modelId ?? null,
    modelIds: modelIdsOf(dependent),
    stage: model?.stage ?? null,
    endOfLife: model?.endOfLife ?? null,
    daysLeft: model?.daysLeft ?? null,
    teams: owners.map(({ team, route, share }) => ({ team, route, share })),
    unowned: owners.some(({ route }) => route === null),
    leaving: leaving.flatMap(({ modelId, tasks }) => tasks.map((task) => ({ modelId, ...task }))),
    uses,
    use,
    callers,
    tags,
    pinnedBy,
    committedUntil,
    seenAt,
  };
}

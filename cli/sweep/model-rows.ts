import type { DateTime } from 'luxon';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Lifecycle, Stage } from '../../domain/lifecycle.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import type { Replacement } from '../../domain/replacement.ts';
import { recommendationsFor, replacementFor } from '../../domain/replacement.ts';
import { daysLeft, stageAt } from '../../domain/stage.ts';
import type { Sweep } from './take-sweep.ts';

/** One model in the Regions in which it has the same dates and the same status. */
export interface ModelRow {
  readonly modelId: string;
  readonly name: string;
  readonly provider: string;
  readonly regions: readonly string[];
  /** As the API says it. */
  readonly status: string;
  readonly stage: Stage;
  readonly daysLeft: number | null;
  readonly lifecycle: Lifecycle;
  readonly replacement: Replacement | null;
}

/** Every model that a Region lists: what ends first comes first, what has no end last. */
export function modelRows(
  { listed, catalogue }: Sweep,
  configuration: Configuration,
  now: DateTime,
): readonly ModelRow[] {
  const groups = new Map<string, { model: CatalogueModel; status: string; regions: string[] }>();
  for (const { modelId, region, status } of listed) {
    const model = catalogue.find(modelId);
    if (!model) continue;
    const { dates } = mergeWords(model, [region]);
    const key = JSON.stringify([modelId, status, dates]);
    const group = groups.get(key) ?? { model, status, regions: [] };
    groups.set(key, { ...group, regions: [...group.regions, region] });
  }

  const { replacements, policy } = configuration;
  const rows = [...groups.values()].map(({ model, status, regions }): ModelRow => {
    const { modelId, name, provider } = model;
    const lifecycle = mergeWords(model, regions.toSorted());
    const stage = stageAt(lifecycle, now);
    const successor =
      stage === 'active' && lifecycle.dates.endOfLife === null && status === 'ACTIVE'
        ? null
        : replacementFor(
            modelId,
            recommendationsFor(modelId, replacements, []),
            catalogue,
            policy.replacementMinimumDays,
            now,
          );
    return {
      modelId,
      name,
      provider,
      regions: lifecycle.regions,
      status,
      stage,
      daysLeft: daysLeft(lifecycle.dates, now),
      lifecycle,
      replacement: successor?.kind === 'found' ? successor.replacement : null,
    };
  });
  return rows.toSorted((a, b) => order(a).localeCompare(order(b)));
}

function order({ modelId, lifecycle: { dates }, status }: ModelRow): string {
  return `${dates.endOfLife ?? (status === 'ACTIVE' ? '9' : '8')} ${modelId}`;
}

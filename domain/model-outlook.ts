import type { DateTime } from 'luxon';
import { utcDay } from './calendar-date.ts';
import type { Catalogue, CatalogueModel } from './catalogue.ts';
import type { Configuration } from './configuration.ts';
import { teamNamed } from './configuration.ts';
import type { Lifecycle, Region } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import type { Knowledge } from './merge-words.ts';
import { mergeWords, whereRegionsDiffer } from './merge-words.ts';
import type { Successor } from './replacement.ts';
import { recommendationsFor, replacementFor } from './replacement.ts';
import type { Timeline } from './timeline.ts';
import { timeline } from './timeline.ts';

/** What is known of a model, and what people call it. */
export type NamedKnowledge = Knowledge & Pick<CatalogueModel, 'name' | 'noticePeriod'>;

/** What is known of a model without any notice, and the plan of a team that starts to leave it today. */
export interface ModelOutlook {
  readonly model: NamedKnowledge;
  readonly region: Region | null;
  readonly lifecycle: Lifecycle;
  readonly timeline: Timeline;
  readonly successor: Successor;
  /** Regions that have words of their own, where no Region was asked for and they differ. */
  readonly byRegion: readonly Lifecycle[];
  /** Whether any source speaks of the Region asked for. */
  readonly mentioned: boolean;
  readonly now: DateTime;
}

export function modelOutlook(
  model: NamedKnowledge,
  region: Region | null,
  catalogue: Catalogue,
  configuration: Configuration,
  now: DateTime,
): ModelOutlook {
  const lifecycle = mergeWords(model, [region ?? allRegions]);
  const { policy, replacements } = configuration;
  return {
    model,
    region,
    lifecycle,
    timeline: timeline(lifecycle, teamNamed(configuration.defaultTeam, configuration), policy, utcDay(now), now),
    successor: replacementFor(
      model.modelId,
      recommendationsFor(model.modelId, replacements, []),
      catalogue,
      policy.replacementMinimumDays,
      now,
    ),
    byRegion: region === null ? whereRegionsDiffer(model, spokenOf(model)) : [],
    mentioned: lifecycle.sources.length > 0,
    now,
  };
}

function spokenOf({ words }: NamedKnowledge): Region[] {
  return [...new Set(words.map(({ region }) => region))].toSorted();
}

import type { DateTime } from 'luxon';
import type { Catalogue, CatalogueModel } from './catalogue.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Stage } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import { mergeWords } from './merge-words.ts';
import type { Replacement } from './replacement.ts';
import { recommendationsFor, replacementFor } from './replacement.ts';
import { daysLeft, stageAt } from './stage.ts';

/** Where a model stands today, by the earliest dates of all Regions. */
export interface ModelStanding {
  readonly modelId: string;
  readonly stage: Stage;
  readonly endOfLife: CalendarDate | null;
  readonly daysLeft: number | null;
  readonly replacement: Replacement | null;
}

export interface ReplacementChoice {
  /** The operator's own replacements, by base model id. */
  readonly replacements: ReadonlyMap<string, string>;
  readonly minimumDays: number;
}

export function modelStanding(
  model: CatalogueModel,
  catalogue: Catalogue,
  { replacements, minimumDays }: ReplacementChoice,
  now: DateTime,
): ModelStanding {
  const { modelId } = model;
  const lifecycle = mergeWords(model, [allRegions]);
  const recommended = recommendationsFor(modelId, replacements, []);
  const successor = replacementFor(modelId, recommended, catalogue, minimumDays, now);
  return {
    modelId,
    stage: stageAt(lifecycle, now),
    endOfLife: lifecycle.dates.endOfLife,
    daysLeft: daysLeft(lifecycle.dates, now),
    replacement: successor.kind === 'found' ? successor.replacement : null,
  };
}

/** How much a standing matters to code that names the model. */
export type Urgency = 'ended' | 'ending' | 'later';

/** `ending`: the end is at most `within` days away. */
export function urgencyOf({ stage, daysLeft: left }: ModelStanding, within: number): Urgency {
  if (stage === 'endOfLife') return 'ended';
  return left !== null && left <= within ? 'ending' : 'later';
}

import type { DateTime } from 'luxon';
import { daysBetween, utcDay } from './calendar-date.ts';
import type { Catalogue } from './catalogue.ts';
import type { Chosen } from './decisions.ts';
import type { Lifecycle, Stage } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import { mergeWords } from './merge-words.ts';
import { stageAt } from './stage.ts';

/** Where to go, always with who said so. */
export interface Replacement {
  readonly modelId: string;
  readonly name: string;
  readonly source: 'notice' | 'catalogue' | 'operator';
  readonly stage: Stage;
  readonly endOfLife: string | null;
  readonly noSoonerThan: string | null;
}

export type Successor =
  | { readonly kind: 'found'; readonly replacement: Replacement; readonly passedOver: readonly DeadEnd[] }
  | { readonly kind: 'none'; readonly passedOver: readonly DeadEnd[] };

/** A model that somebody recommends but nobody should move to, and why. */
export interface DeadEnd {
  readonly modelId: string;
  readonly why: 'unknown' | 'notLaunched' | 'legacy' | 'ending' | 'ended';
  readonly endOfLife: string | null;
}

export interface Recommendations {
  readonly operator: readonly string[];
  readonly notice: readonly string[];
}

/** The team's own choice for a model, then the operator's, and what notices name. */
export function recommendationsFor(
  modelId: string,
  replacements: ReadonlyMap<string, string>,
  notice: readonly string[],
  chosen: Chosen | null = null,
): Recommendations {
  const operator = [chosen?.modelId, replacements.get(modelId)].filter((id) => id !== undefined);
  return { operator, notice };
}

/** The model found and who said so, `null` where none was: all that events and JSON tell of it. */
export function foundReplacement(successor: Successor): Pick<Replacement, 'modelId' | 'source'> | null {
  if (successor.kind === 'none') return null;
  const { modelId, source } = successor.replacement;
  return { modelId, source };
}

/**
 * The first model that is worth moving to: the operator's choice, then what notices name, then the catalogue's, each chain
 * followed until a model that is Active and not within `minimumDays` of its end in any Region.
 */
export function replacementFor(
  modelId: string,
  recommended: Recommendations,
  catalogue: Catalogue,
  minimumDays: number,
  now: DateTime,
): Successor {
  const passedOver: DeadEnd[] = [];
  const visited = new Set([modelId]);
  const queue = [
    ...recommended.operator.map((id) => ({ id, source: 'operator' as const })),
    ...recommended.notice.map((id) => ({ id, source: 'notice' as const })),
    ...(catalogue.find(modelId)?.replacedBy ?? []).map((id) => ({ id, source: 'catalogue' as const })),
  ];

  for (let next = queue.shift(); next; next = queue.shift()) {
    if (visited.has(next.id)) continue;
    visited.add(next.id);

    const candidate = catalogue.find(next.id);
    const lifecycle = mergeWords(candidate ?? { modelId: next.id, regime: null, words: [], withdrawals: [] }, [
      allRegions,
    ]);
    const why = candidate || next.source === 'operator' ? unfit(lifecycle, minimumDays, now) : 'unknown';
    if (!why) return { kind: 'found', replacement: replacement(next, lifecycle, candidate?.name, now), passedOver };

    passedOver.push({ modelId: next.id, why, endOfLife: lifecycle.dates.endOfLife });
    queue.unshift(...(candidate?.replacedBy ?? []).map((id) => ({ id, source: 'catalogue' as const })));
  }
  return { kind: 'none', passedOver };
}

function unfit(lifecycle: Lifecycle, minimumDays: number, now: DateTime): DeadEnd['why'] | null {
  const { launch, endOfLife } = lifecycle.dates;
  const today = utcDay(now);
  const stage = stageAt(lifecycle, now);
  if (stage === 'endOfLife') return 'ended';
  if (stage !== 'active') return 'legacy';
  if (endOfLife && daysBetween(today, endOfLife) <= minimumDays) return 'ending';
  return launch && launch > today ? 'notLaunched' : null;
}

function replacement(
  next: { id: string; source: Replacement['source'] },
  lifecycle: Lifecycle,
  name: string | undefined,
  now: DateTime,
): Replacement {
  const { endOfLife, noSoonerThan } = lifecycle.dates;
  return {
    modelId: next.id,
    name: name ?? next.id,
    source: next.source,
    stage: stageAt(lifecycle, now),
    endOfLife,
    noSoonerThan,
  };
}

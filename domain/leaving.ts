import type { CalendarDate } from './calendar-date.ts';
import type { Dependent, DependentKind, ModelUse } from './dependent.ts';

/**
 * What leaving a model takes at one place, by the nature of the thing: an id can be swapped, a profile or version is made anew and
 * pointed to, a knowledge base is embedded again as a whole.
 */
export const leavingKinds = [
  'swapId',
  'newProfile',
  'newVersion',
  'newPromptVersion',
  'newFlowVersion',
  'reEmbed',
  'swapParsing',
  'swapReranking',
  'reCustomise',
  'newDeployment',
  'commitment',
  'newRouter',
  'finishJob',
  'nothing',
] as const;
export type LeavingKind = (typeof leavingKinds)[number];

/** Which ends later: the commitment, or the model under it. */
export type LaterEnd = 'commitment' | 'model' | 'together' | 'unknown';

export type Leaving =
  | { readonly kind: Exclude<LeavingKind, 'commitment'> }
  | {
      readonly kind: 'commitment';
      /** `null`: without commitment, it can be deleted any day. */
      readonly committedUntil: CalendarDate | null;
      readonly endOfLife: CalendarDate | null;
      readonly later: LaterEnd;
    };

/** What it takes for a dependent to leave one model, each task once; none where it does not use the model. */
export function leavingOf(dependent: Dependent, modelId: string, endOfLife: CalendarDate | null): readonly Leaving[] {
  const uses = dependent.uses.filter(({ modelIds }) => modelIds.includes(modelId));
  const kinds = [...new Set(uses.map(({ purpose }) => kindFor(dependent.kind, purpose)))];
  return kinds.map((kind) => (kind === 'commitment' ? commitment(dependent, endOfLife) : { kind }));
}

const byKind: Readonly<Record<Exclude<DependentKind, 'knowledgeBase'>, LeavingKind>> = {
  onDemand: 'swapId',
  applicationInferenceProfile: 'newProfile',
  provisionedThroughput: 'commitment',
  customModel: 'reCustomise',
  customModelDeployment: 'newDeployment',
  importedModel: 'nothing',
  agent: 'swapId',
  agentVersion: 'newVersion',
  prompt: 'newPromptVersion',
  flow: 'newFlowVersion',
  promptRouter: 'newRouter',
  batchJob: 'finishJob',
  customizationJob: 'finishJob',
};

function kindFor(kind: DependentKind, purpose: ModelUse['purpose']): LeavingKind {
  // Vectors of two models cannot be compared, wherever they are kept.
  if (purpose === 'embedding') return 'reEmbed';
  if (kind !== 'knowledgeBase') return byKind[kind];
  switch (purpose) {
    case 'parsing':
      return 'swapParsing';
    case 'reranking':
      return 'swapReranking';
    case 'inference':
    case 'customization':
    case 'fallback':
      return 'swapId';
  }
}

function commitment({ committedUntil }: Dependent, endOfLife: CalendarDate | null): Leaving {
  const until = committedUntil === null ? null : committedUntil.slice(0, 10);
  return { kind: 'commitment', committedUntil: until, endOfLife, later: laterOf(until, endOfLife) };
}

function laterOf(committedUntil: CalendarDate | null, endOfLife: CalendarDate | null): LaterEnd {
  if (endOfLife === null) return 'unknown';
  if (committedUntil === null || committedUntil < endOfLife) return 'model';
  return committedUntil === endOfLife ? 'together' : 'commitment';
}

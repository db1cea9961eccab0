import type { Knowledge } from './merge-words.ts';

/** What the catalogue knows of one model: dated, sourced facts that no API gives. */
export interface CatalogueModel extends Knowledge {
  /** As AWS displays it: `Claude Sonnet 4.5`. */
  readonly name: string;
  readonly provider: string;
  /** How long Legacy lasts at least, in AWS's words: `6 months`, `45 days`. */
  readonly noticePeriod: string | null;
  /** Where to go, best first; may itself be dying, so follow with `replacementFor`. */
  readonly replacedBy: readonly string[];
  /** Who said so. */
  readonly replacementReference: string | null;
  /** `null` where no source tells. */
  readonly burndown: Burndown | null;
}

/** How fast a model burns its tokens-per-minute quota: input tokens count once, output tokens `output` times. */
export interface Burndown {
  readonly output: number;
  readonly asOf: string;
  readonly reference: string;
}

export interface Catalogue {
  /** The model with exactly this base id. */
  readonly find: (modelId: string) => CatalogueModel | undefined;
  readonly models: readonly CatalogueModel[];
}

/** What catalogue and store know of a model together. */
export function knowledgeOf(
  modelId: string,
  catalogue: Catalogue,
  stored: Pick<Knowledge, 'words' | 'withdrawals'>,
): Knowledge {
  const known = catalogue.find(modelId);
  return {
    modelId,
    regime: known?.regime ?? null,
    words: [...(known?.words ?? []), ...stored.words],
    withdrawals: [...(known?.withdrawals ?? []), ...stored.withdrawals],
  };
}

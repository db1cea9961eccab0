import { knowledgeOf } from '../domain/catalogue.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Stage } from '../domain/lifecycle.ts';
import { mergeWords } from '../domain/merge-words.ts';
import type { Notice } from '../domain/notice.ts';
import { foundReplacement, recommendationsFor, replacementFor } from '../domain/replacement.ts';
import { stageAt } from '../domain/stage.ts';
import { heardCatalogue } from '../handlers/heard-catalogue.ts';
import type { Deps } from '../handlers/ports.ts';

export interface NoticeReport {
  readonly modelId: string;
  readonly regions: readonly string[];
  readonly accounts: readonly string[];
  readonly stage: Stage;
  readonly emergency: boolean;
  /** What this event itself says. */
  readonly dates: {
    readonly legacy: CalendarDate | null;
    readonly extendedAccess: CalendarDate | null;
    readonly endOfLife: CalendarDate | null;
  };
  readonly prices: Notice['prices'];
  readonly replacement: { readonly modelId: string; readonly source: string } | null;
}

/** A notice beside what is known of its model by now. */
export async function noticeReport(notice: Notice, deps: Deps): Promise<NoticeReport> {
  const { modelId, regions, accounts, dates, prices } = notice;
  const now = deps.now();
  const heard = await deps.store.heard(modelId);
  const lifecycle = mergeWords(knowledgeOf(modelId, deps.catalogue, heard), regions);
  const catalogue = await heardCatalogue(modelId, notice.replacements, deps);
  const minimum = deps.configuration.policy.replacementMinimumDays;
  const recommended = recommendationsFor(modelId, deps.configuration.replacements, notice.replacements);
  const successor = replacementFor(modelId, recommended, catalogue, minimum, now);
  return {
    modelId,
    regions,
    accounts,
    stage: stageAt(lifecycle, now),
    emergency: notice.withdrawn === true,
    dates: { legacy: dates.legacy, extendedAccess: dates.extendedAccess, endOfLife: dates.endOfLife },
    prices,
    replacement: foundReplacement(successor),
  };
}

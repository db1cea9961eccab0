import type { DateTime } from 'luxon';
import { knowledgeOf } from '../domain/catalogue.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Stage } from '../domain/lifecycle.ts';
import { mergeWords } from '../domain/merge-words.ts';
import type { Notice } from '../domain/notice.ts';
import { replacementFor } from '../domain/replacement.ts';
import { stageAt } from '../domain/stage.ts';
import { heardCatalogue } from './heard-catalogue.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';

/** What a handler made of an event. A fault is not among these: it is thrown. */
export interface Handled {
  readonly outcome: 'handled' | 'ignored';
  /** Why there was nothing to do, or `null`. */
  readonly reason: string | null;
  readonly notices: readonly NoticeReport[];
  readonly done: readonly ActionDone[];
}

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

export function nothingToDo(outcome: Handled['outcome'], reason: string): Handled {
  return { outcome, reason, notices: [], done: [] };
}

/** A notice beside what is known of its model by now. */
export async function noticeReport(notice: Notice, deps: Deps, now: DateTime): Promise<NoticeReport> {
  const { modelId, regions, accounts, dates, prices } = notice;
  const heard = await deps.store.heard(modelId);
  const lifecycle = mergeWords(knowledgeOf(modelId, deps.catalogue, heard), regions);
  const catalogue = await heardCatalogue(modelId, notice.replacements, deps);
  const operator = deps.configuration.replacements.get(modelId);
  const minimum = deps.configuration.policy.replacementMinimumDays;
  const recommended = { operator: operator ? [operator] : [], notice: notice.replacements };
  const successor = replacementFor(modelId, recommended, catalogue, minimum, now);
  return {
    modelId,
    regions,
    accounts,
    stage: stageAt(lifecycle, now),
    emergency: notice.withdrawn === true,
    dates: { legacy: dates.legacy, extendedAccess: dates.extendedAccess, endOfLife: dates.endOfLife },
    prices,
    replacement:
      successor.kind === 'found'
        ? { modelId: successor.replacement.modelId, source: successor.replacement.source }
        : null,
  };
}

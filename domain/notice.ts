import type { CalendarDate } from './calendar-date.ts';
import type { Region } from './lifecycle.ts';

/** On-demand price announced with a lifecycle change, US dollars per 1,000 tokens. */
export interface Price {
  readonly input: number | null;
  readonly output: number | null;
  readonly effective: CalendarDate | null;
}

/** The dates one event itself says; what it does not say is `null`. */
export interface NoticeDates {
  readonly legacy: CalendarDate | null;
  readonly extendedAccess: CalendarDate | null;
  readonly endOfLife: CalendarDate | null;
  readonly noSoonerThan?: CalendarDate | null;
}

/** What one event told about one model. It may be incomplete or wrong. */
export interface Notice {
  readonly modelId: string;
  readonly regions: readonly Region[];
  readonly accounts: readonly string[];
  readonly dates: NoticeDates;
  readonly prices: readonly Price[];
  /** Base model ids the notice recommends, in its order. */
  readonly replacements: readonly string[];
  /** Replacements it names by a name that no catalogue entry has. */
  readonly replacementNames: readonly string[];
  /** `true` when it takes the model away at once, `false` when it gives it back, `null` when it does neither. */
  readonly withdrawn: boolean | null;
  /** AWS closed the event and it leaves nothing to do: of itself it opens no migration. */
  readonly closed: boolean;
  readonly asOf: string;
  readonly sentAt: string;
  readonly reference: string;
  readonly source: 'health' | 'api';
  /** As the API lists the model: `ACTIVE`, `LEGACY`; absent where nobody said. */
  readonly status?: string;
}

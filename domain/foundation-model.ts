import type { CalendarDate } from './calendar-date.ts';
import type { Region } from './lifecycle.ts';

/** A foundation model as `ListFoundationModels` gives it in one Region. */
export interface ListedModel {
  readonly modelId: string;
  readonly region: Region;
  readonly name: string;
  readonly provider: string;
  /** `ACTIVE` or `LEGACY`; whatever else the API may say one day is kept as it is. */
  readonly status: string;
  readonly launch: CalendarDate | null;
  readonly legacy: CalendarDate | null;
  readonly extendedAccess: CalendarDate | null;
  readonly endOfLife: CalendarDate | null;
}

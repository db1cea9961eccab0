import type { CalendarDate } from './calendar-date.ts';

/** The dates that a lifecycle can have. `noSoonerThan` is a floor under the end of life, never a date of it. */
export const dateNames = ['launch', 'legacy', 'extendedAccess', 'endOfLife', 'noSoonerThan'] as const;
export type DateName = (typeof dateNames)[number];
export type Dates = Readonly<Record<DateName, CalendarDate | null>>;

/** Computed from dates and a clock, never stored. `extendedAccess` is the later part of Legacy. */
export const stages = ['active', 'legacy', 'extendedAccess', 'endOfLife'] as const;
export type Stage = (typeof stages)[number];

/** Who says so: an AWS Health notice, the Bedrock API, this repository's catalogue, or the operator's `sundial.yml`. */
export type Source = 'health' | 'api' | 'catalogue' | 'operator';

/** A Region code, or `all` where the source spoke of all AWS Regions. */
export type Region = string;
export const allRegions: Region = 'all';

/** What one source says of one date of one model in one Region. */
export interface Word {
  readonly modelId: string;
  readonly region: Region;
  readonly name: DateName;
  readonly value: CalendarDate;
  readonly source: Source;
  /** When the source first said it, ISO. */
  readonly asOf: string;
  /** When the source last said it; a newer word of the same source replaces an older one. Absent: never since. */
  readonly confirmedAt?: string;
  /** When that was sent, ISO: decides between words confirmed at the same time. */
  readonly sentAt?: string;
  /** Where it can be read again: a page, an event's ARN. */
  readonly reference: string;
}

/** A model that was taken away at once, with no dates to plan by. */
export interface Withdrawal {
  readonly modelId: string;
  readonly region: Region;
  readonly withdrawn: boolean;
  readonly source: Source;
  readonly asOf: string;
  readonly reference: string;
}

/** Which policy governs a model: launched before 2026-09-07, on or after it (its model card), or the provider's own terms. */
export type Regime = 'before-2026-09-07' | 'model-card' | 'provider-terms';

/** The merged dates of one model over some Regions, each with the word that binds it. */
export interface Lifecycle {
  readonly modelId: string;
  /** The Regions asked for; `all` stands for every Region any source speaks of. */
  readonly regions: readonly Region[];
  readonly regime: Regime | null;
  readonly dates: Dates;
  /** The words that bind, one for each date that is known. */
  readonly sources: readonly Word[];
  /** Dates on which sources (or Regions) disagree; the earliest binds. */
  readonly disagreements: readonly Disagreement[];
  readonly withdrawal: Withdrawal | null;
}

export interface Disagreement {
  readonly name: DateName;
  /** Latest word of each source or Region, the binding one first. */
  readonly words: readonly Word[];
}

import type { CalendarDate } from './calendar-date.ts';

/** What a person asks for in words. Models stand as they were typed: which are meant is found out later. */
export type Request =
  | { readonly kind: 'status'; readonly about: string | null }
  | { readonly kind: 'timeline'; readonly model: string; readonly region: string | null }
  | { readonly kind: 'mine' }
  | { readonly kind: 'digest' }
  | {
      readonly kind: 'compare';
      readonly current: string;
      readonly candidate: string | null;
      readonly dataset: string | null;
      /** Absent where the models are asked at once. */
      readonly engine?: 'batch';
    }
  | { readonly kind: 'watch'; readonly model: string }
  | CustomRequest
  | MigrationRequest;

/** What is asked of custom models whose base leaves: `model` is a name, an ARN or the id of the migration; `null` is all of them. */
export type CustomRequest =
  { readonly kind: 'custom'; readonly model: string | null; readonly act: 'show' } | CustomDecision | CustomStart;

export interface CustomDecision {
  readonly kind: 'custom';
  readonly model: string;
  readonly act: 'approve' | 'refuse' | 'cancel';
}

export interface CustomStart {
  readonly kind: 'custom';
  readonly model: string;
  readonly act: 'start';
  /** In the person's words; `null` is the one that was proposed. */
  readonly replacement: string | null;
  /** Those that shall differ from the original job's. */
  readonly hyperParameters: Readonly<Record<string, string>>;
  /** How the successor is called while it is compared; `null` leaves it as proposed. */
  readonly serving: 'onDemand' | 'provisioned' | null;
}

/** What changes a migration. */
export type MigrationRequest =
  | { readonly kind: 'acknowledge'; readonly model: string }
  | { readonly kind: 'snooze'; readonly model: string; readonly until: CalendarDate; readonly reason: string }
  /** `null` is whoever asks. */
  | { readonly kind: 'owner'; readonly model: string; readonly person: string | null }
  | { readonly kind: 'replace'; readonly model: string; readonly candidate: string }
  /** `null` is as long as an arrangement lasts where nobody says. */
  | { readonly kind: 'waive'; readonly model: string; readonly until: CalendarDate | null; readonly reason: string };

/** Words after `/sundial`, read. */
export type ReadRequest =
  | { readonly kind: 'request'; readonly request: Request; readonly share: boolean }
  /** `why` says what is missing or wrong, in words; `verb` has its usage. */
  | { readonly kind: 'unclear'; readonly verb: string; readonly why: string };

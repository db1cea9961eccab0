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
  | MigrationRequest;

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

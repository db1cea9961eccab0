import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Priority } from '../domain/tracker.ts';

/** A file that goes with a ticket, where the tracker takes files. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A ticket, whole, for any tracker: each adapter turns the Markdown into its tracker's own format. */
export interface Ticket {
  /** One line, without markup. */
  readonly title: string;
  /** Markdown, in the order of importance; what has less room than all of them leaves the later ones out (`fittingParts`). */
  readonly parts: readonly [string, ...string[]];
  /** The facts that may never be left out: a few lines of Markdown, for what takes no long text. */
  readonly summary: string;
  readonly labels: readonly string[];
  readonly priority: Priority;
  /** The last day to have moved by; `null` where no date binds. */
  readonly due: CalendarDate | null;
  readonly attachments: readonly Attachment[];
}

import type { TicketRef } from '../../../domain/migration.ts';
import type { Tickets } from '../../../handlers/ticket-ports.ts';
import type { Reply } from '../../fakes/scripted-server.ts';

/** What a tracker cannot do, so that nobody asks it to. */
export interface Traits {
  /** Tickets can stand below others. */
  readonly parents: boolean;
  /** A closed ticket can be opened again. */
  readonly reopens: boolean;
  /** State and assignee can be read. */
  readonly readsBack: boolean;
  /** Its text can be changed after it was opened. */
  readonly rewrites: boolean;
  /** Its text has steps that people tick. */
  readonly ticks: boolean;
  /** Files go with a ticket. */
  readonly attaches: boolean;
  /** The tracker itself keeps two tickets with one key apart. */
  readonly deduplicates: boolean;
  /** Tickets can be deleted there. */
  readonly deletes: boolean;
  /** Its own `find` sees what is there; where it does not, opening twice is what must be harmless. */
  readonly finds: boolean;
  /** Says in `Retry-After` how long to wait. */
  readonly retryAfter: boolean;
  /** There is a place to get wrong. */
  readonly misplaces: boolean;
}

export const allTraits: Traits = {
  parents: true,
  reopens: true,
  readsBack: true,
  rewrites: true,
  ticks: true,
  attaches: true,
  deduplicates: false,
  deletes: true,
  finds: true,
  retryAfter: true,
  misplaces: true,
};

/** What people see and do in a tracker, without Sundial. */
export interface People {
  /** All that a reader of the ticket reads, as one text. */
  readonly text: (ref: TicketRef) => Promise<string>;
  readonly title: (ref: TicketRef) => Promise<string>;
  readonly comments: (ref: TicketRef) => Promise<readonly string[]>;
  readonly isClosed: (ref: TicketRef) => Promise<boolean>;
  readonly writesAbove: (ref: TicketRef, words: string) => Promise<void>;
  readonly ticks: (ref: TicketRef, step: string) => Promise<void>;
  readonly isTicked: (ref: TicketRef, step: string) => Promise<boolean>;
  /** Changes a field that Sundial does not own, and reads it. */
  readonly setsForeignField: (ref: TicketRef, value: string) => Promise<void>;
  readonly foreignField: (ref: TicketRef) => Promise<unknown>;
  /** Answers with the name that Sundial should read back; `null` where there is nothing to assign. */
  readonly assigns: (ref: TicketRef) => Promise<string | null>;
  readonly closes: (ref: TicketRef) => Promise<void>;
  readonly removes: (ref: TicketRef) => Promise<void>;
  readonly attachments: (ref: TicketRef) => Promise<readonly string[]>;
  readonly childrenOf: (ref: TicketRef) => Promise<readonly string[]>;
}

/** A tracker on this machine, as the real one would answer. */
export interface TrackerWorld {
  readonly url: string;
  /** Must never be seen outside of the calls. */
  readonly secret: string;
  /** Sundial's tickets there, composed as in production, reached at an address. */
  readonly tickets: (
    url: string,
    how?: { readonly secret?: string; readonly attempts?: number; readonly timeoutMs?: number },
  ) => Promise<Tickets>;
  /** The same, configured for a place that is not there. */
  readonly misplaced: (url: string) => Promise<Tickets>;
  /** How many tickets there are. */
  readonly opened: () => Promise<number>;
  readonly people: Partial<People> & Pick<People, 'comments' | 'title' | 'isClosed'>;
  /** Makes a field required that nobody fills, until it is lifted, where the tracker has such. */
  readonly requiresField?: () => { readonly name: string; readonly lift: () => void };
  /** What a credential that expired is answered, where the tracker on this machine takes any. */
  readonly refusal?: Reply;
  /** Calls that only read, besides GET. */
  readonly reads?: RegExp;
  /** How it says that it is asked too often, and that it is broken; HTTP's own ways where absent. */
  readonly busy?: (afterSeconds: number) => Reply;
  readonly broken?: Reply;
  readonly close: () => Promise<void>;
}

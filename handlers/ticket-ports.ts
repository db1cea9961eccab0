import type { Finding } from '../domain/finding.ts';
import type { TicketRef } from '../domain/migration.ts';
import type { TicketSeen } from '../domain/ticket-read.ts';
import type { Ticket } from '../templates/ticket.ts';

/**
 * One tracker of a team, as far as actions need it. `key` travels with what is written, so that it can be found again after a crash.
 * What can't be done throws a `TrackerError`.
 */
export interface Tickets {
  readonly open: (key: string, ticket: Ticket) => Promise<TicketRef>;
  readonly find: (key: string) => Promise<TicketRef | null>;
  /** Rewrites what is Sundial's in it; what people wrote stays. */
  readonly update: (ref: TicketRef, key: string, ticket: Ticket) => Promise<void>;
  readonly comment: (ref: TicketRef, key: string, markdown: string) => Promise<void>;
  readonly findComment: (ref: TicketRef, key: string) => Promise<boolean>;
  /** Puts a ticket below another one, once; asked only of trackers that know parents. */
  readonly link: (ref: TicketRef, parent: TicketRef) => Promise<void>;
  /** Both look first, and leave alone what is so already. */
  readonly close: (ref: TicketRef) => Promise<void>;
  readonly reopen: (ref: TicketRef) => Promise<void>;
  /** What people made of it; a ticket that cannot be read throws. */
  readonly readBack: (ref: TicketRef) => Promise<TicketSeen>;
  /** Whether tickets could be opened there, found out without writing anything. */
  readonly check: () => Promise<readonly Finding[]>;
}

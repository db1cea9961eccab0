import type { ThreadRef, TicketRef } from '../domain/migration.ts';
import type { Message } from '../templates/message.ts';
import type { Ticket } from '../templates/migration-ticket.ts';

/** Slack, as far as actions need it. `key` travels with what is posted, so that it can be found again after a crash. */
export interface Chat {
  readonly post: (channel: string, key: string, message: Message) => Promise<ThreadRef>;
  readonly findPosted: (channel: string, key: string) => Promise<ThreadRef | null>;
  readonly update: (thread: ThreadRef, message: Message) => Promise<void>;
  readonly reply: (thread: ThreadRef, key: string, message: Message) => Promise<void>;
  readonly findReply: (thread: ThreadRef, key: string) => Promise<boolean>;
}

/** A tracker, as far as actions need it. `repository` says where in the tracker. */
export interface Tickets {
  readonly open: (repository: string, key: string, ticket: Ticket) => Promise<TicketRef>;
  readonly find: (repository: string, key: string) => Promise<TicketRef | null>;
  readonly update: (ref: TicketRef, key: string, ticket: Ticket) => Promise<void>;
  readonly comment: (ref: TicketRef, key: string, markdown: string) => Promise<void>;
  readonly findComment: (ref: TicketRef, key: string) => Promise<boolean>;
}

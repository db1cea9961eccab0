import { createHash, randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import * as z from 'zod/mini';
import type { Finding } from '../../domain/finding.ts';
import type { TicketRef } from '../../domain/migration.ts';
import { fittingParts } from '../../templates/markdown.ts';
import type { Ticket } from '../../templates/ticket.ts';
import type { Patience } from '../patience.ts';
import { HttpFailure } from './http-failure.ts';
import type { About } from './patient-calls.ts';
import { patientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';
import { signedHeaders } from './webhook-signature.ts';
import { checkWebhook } from './webhook-check.ts';
import { webhookWords } from './webhook-words.ts';

/** Characters of Markdown in one message. */
const room = 50_000;

/** What the receiver may answer to `ticket.opened`; anything else is no ticket's name, and no fault. */
const Named = z.object({ key: z.string(), url: z.string() });

/**
 * Migrations as signed messages to anybody's own tracker. Nothing can be read there: what may be sent twice has the same `webhook-id`
 * both times, by which the receiver knows it.
 */
export function webhookTickets(http: TrackerHttp, options: WebhookOptions) {
  const { url, secrets, patience, now } = options;
  // An address may be a secret itself: people are shown where it leads, not all of it.
  const where = new URL(url).origin;
  const [place, ticketThere] = [{ place: where }, { ticket: where }];
  const patient = patientCalls(webhookWords(secrets.map((secret) => secret.toString('base64'))), patience);

  async function send(type: string, id: string, data: object, about: About): Promise<unknown> {
    const body = JSON.stringify({ type, timestamp: now().toUTC().toISO(), data });
    return patient(about, () =>
      http({
        method: 'POST',
        path: '',
        body,
        headers: { 'content-type': 'application/json', ...signedHeaders(secrets, id, now(), body) },
      }).catch(unlessTaken),
    );
  }

  return {
    async open(key: string, ticket: Ticket): Promise<TicketRef> {
      const id = messageId(url, 'opened', key);
      const answer = Named.safeParse(await send('ticket.opened', id, { key, ticket: contentOf(ticket) }, place));
      return answer.success ? { ...answer.data, id: key } : { key: `sundial-${id.slice(4, 16)}`, url: where, id: key };
    },

    /** Nothing can be looked for: opening again is known by its id. */
    find: (): Promise<TicketRef | null> => Promise.resolve(null),
    findComment: (): Promise<boolean> => Promise.resolve(false),

    async update(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
      await send('ticket.updated', freshId(), { key, ref: named(ref), ticket: contentOf(ticket) }, ticketThere);
    },
    async comment(ref: TicketRef, key: string, markdown: string): Promise<void> {
      const comment = { key, body: markdown };
      await send(
        'ticket.commented',
        messageId(url, ref.key, key),
        { key: ref.id, ref: named(ref), comment },
        ticketThere,
      );
    },
    async close(ref: TicketRef): Promise<void> {
      await send('ticket.closed', freshId(), { key: ref.id, ref: named(ref) }, ticketThere);
    },
    async reopen(ref: TicketRef): Promise<void> {
      await send('ticket.reopened', freshId(), { key: ref.id, ref: named(ref) }, ticketThere);
    },

    /** A message has no place for a parent. */
    link: (): Promise<void> => Promise.resolve(),
    /** Nobody can be asked: what people do there, Sundial does not hear of. */
    readBack: (): Promise<{ assignee: null; closed: boolean }> => Promise.resolve({ assignee: null, closed: false }),
    check: (): Promise<readonly Finding[]> => checkWebhook(http, where),
  };
}

export interface WebhookOptions {
  readonly url: string;
  /** Each message is signed with all of them. */
  readonly secrets: readonly Buffer[];
  readonly patience: Patience;
  readonly now: () => DateTime;
}

function contentOf({ title, parts, summary, labels, priority, due, attachments }: Ticket): object {
  return { title, body: fittingParts(parts, room), summary, labels, priority, due, attachments };
}

function named({ key, url }: TicketRef): object {
  return { key, url };
}

/** Whatever words a receiver takes a message with, as a bare `ok`: the status says that it has it. */
function unlessTaken(fault: unknown): null {
  if (fault instanceof HttpFailure && fault.status !== null && fault.status >= 200 && fault.status < 300) return null;
  throw fault;
}

/** The same for the same thing, whoever says it and whenever. */
function messageId(...parts: readonly string[]): string {
  return `msg_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

/** Of what is harmless twice, and may well be said again later. */
function freshId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`;
}

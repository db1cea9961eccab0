import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod/mini';
import { closeServer, listen } from '../../../local/loopback.ts';

const Content = z.strictObject({
  title: z.string(),
  body: z.string(),
  summary: z.string(),
  labels: z.array(z.string()),
  priority: z.enum(['critical', 'high', 'medium', 'low']),
  due: z.nullable(z.string()),
  attachments: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), content: z.string() })),
});
const Ref = z.strictObject({ key: z.string(), url: z.string() });
const of = <T extends string, D extends z.ZodMiniType>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), timestamp: z.iso.datetime(), data });

/** The messages as docs/trackers.md describes them. */
const Message = z.discriminatedUnion('type', [
  of('ticket.opened', z.strictObject({ key: z.string(), ticket: Content })),
  of('ticket.updated', z.strictObject({ key: z.string(), ref: Ref, ticket: Content })),
  of(
    'ticket.commented',
    z.strictObject({ key: z.string(), ref: Ref, comment: z.strictObject({ key: z.string(), body: z.string() }) }),
  ),
  of('ticket.closed', z.strictObject({ key: z.string(), ref: Ref })),
  of('ticket.reopened', z.strictObject({ key: z.string(), ref: Ref })),
]);

interface Held {
  readonly key: string;
  title: string;
  body: string;
  attachments: readonly string[];
  comments: string[];
  closed: boolean;
}

/**
 * A receiver that takes the specification at its word: signature over id, time and body, a tolerance of five minutes, each id once.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function webhookReceiver(secret: string, names = true) {
  const tickets = new Map<string, Held>();
  const answers = new Map<string, { status: number; body: unknown }>();

  function isSigned(id: string, timestamp: string, signatures: string, body: string): boolean {
    const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest();
    return signatures.split(' ').some((signature) => {
      const [version, value = ''] = signature.split(',');
      const given = Buffer.from(value, 'base64');
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
    });
  }

  function take(message: z.infer<typeof Message>): { status: number; body: unknown } {
    const { type, data } = message;
    if (type === 'ticket.opened') {
      const key = `DESK-${tickets.size + 1}`;
      const { title, body, attachments } = data.ticket;
      tickets.set(key, {
        key,
        title,
        body,
        attachments: attachments.map(({ name }) => name),
        comments: [],
        closed: false,
      });
      return { status: 201, body: names ? { key, url: `https://desk.example.com/${key}` } : {} };
    }
    const held = tickets.get(data.ref.key);
    if (!held) return { status: 404, body: {} };
    if (type === 'ticket.updated') Object.assign(held, { title: data.ticket.title, body: data.ticket.body });
    if (type === 'ticket.commented') held.comments.push(data.comment.body);
    if (type === 'ticket.closed' || type === 'ticket.reopened') held.closed = type === 'ticket.closed';
    return { status: 204, body: null };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = ({ status, body }: { status: number; body: unknown }) =>
        response.writeHead(status).end(body === null ? '' : JSON.stringify(body));
      if (request.url !== '/hook') return answer({ status: 404, body: {} });
      if (request.method !== 'POST') return answer({ status: 405, body: {} });
      const header = (name: string) => String(request.headers[name] ?? '');
      const [id, timestamp, text] = [
        header('webhook-id'),
        header('webhook-timestamp'),
        Buffer.concat(chunks).toString(),
      ];
      if (!/^[\w-]+$/.test(id) || Math.abs(Date.now() / 1000 - Number(timestamp)) > 300)
        return answer({ status: 400, body: {} });
      if (!isSigned(id, timestamp, header('webhook-signature'), text)) return answer({ status: 401, body: {} });
      const known = answers.get(id);
      if (known) return answer(known);
      const message = Message.safeParse(JSON.parse(text));
      if (!message.success) return answer({ status: 400, body: message.error.issues });
      const given = take(message.data);
      answers.set(id, given);
      return answer(given);
    });
  });
  return { url: await listen(server), tickets, close: () => closeServer(server) };
}

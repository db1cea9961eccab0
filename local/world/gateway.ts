import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { closeServer, listen } from '../loopback.ts';
import type { Answer, Call } from './call.ts';

/** Where clients reach a simulated service. */
export interface Gateway {
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Entrance {
  readonly token: string;
  readonly unauthorised: Answer;
  /** Whether an address is enough by itself, as one that nobody can guess. */
  readonly isOpen?: (path: string) => boolean;
}

/** Serves a simulated service to whoever knows the token: a page in the browser on the same machine does not. */
export async function openGateway(
  call: (call: Call) => Promise<Answer>,
  { token, unauthorised, isOpen = () => false }: Entrance,
): Promise<Gateway> {
  const server = createServer((request, response) => {
    const authorised = /^(?:bearer|token) (?<token>\S+)$/i.exec(request.headers.authorization ?? '')?.groups?.['token'];
    const mayEnter = authorised === token || isOpen(request.url ?? '');
    const answered = mayEnter ? read(request).then(call) : Promise.resolve(unauthorised);
    answered.then(
      (answer) => send(answer, request, response),
      (error: unknown) => send(failure(error), request, response),
    );
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

async function read(request: IncomingMessage): Promise<Call> {
  const bytes = await buffer(request);
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    contentType: request.headers['content-type'] ?? null,
    body: bytes.toString('utf8'),
    bytes,
  };
}

function send({ status, headers, body, bytes }: Answer, request: IncomingMessage, response: ServerResponse): void {
  const here = `http://${request.headers.host ?? ''}`;
  const link = headers['link']?.replaceAll(/<https?:\/\/[^/>]+/g, `<${here}`);
  response.writeHead(status, { ...headers, ...(link ? { link } : {}) }).end(bytes ?? body);
}

function failure(error: unknown): Answer {
  const message = error instanceof Error ? error.message : 'the simulated service failed';
  return { status: 500, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

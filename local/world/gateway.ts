import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listen } from '../loopback.ts';
import type { Answer, Call } from './call.ts';

/** Where clients reach a simulated service. */
export interface Gateway {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a simulated service to whoever knows the token: a page in the browser on the same machine does not. */
export async function openGateway(
  call: (call: Call) => Promise<Answer>,
  token: string,
  unauthorised: Answer,
): Promise<Gateway> {
  const server = createServer((request, response) => {
    const authorised = /^(?:bearer|token) (?<token>\S+)$/i.exec(request.headers.authorization ?? '')?.groups?.['token'];
    const answered = authorised === token ? read(request).then(call) : Promise.resolve(unauthorised);
    answered.then(
      (answer) => send(answer, request, response),
      (error: unknown) => send(failure(error), request, response),
    );
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

async function read(request: IncomingMessage): Promise<Call> {
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    contentType: request.headers['content-type'] ?? null,
    body: await text(request),
  };
}

function send({ status, headers, body }: Answer, request: IncomingMessage, response: ServerResponse): void {
  const here = `http://${request.headers.host ?? ''}`;
  const link = headers['link']?.replaceAll(/<https?:\/\/[^/>]+/g, `<${here}`);
  response.writeHead(status, { ...headers, ...(link ? { link } : {}) }).end(body);
}

function failure(error: unknown): Answer {
  const message = error instanceof Error ? error.message : 'the simulated service failed';
  return { status: 500, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

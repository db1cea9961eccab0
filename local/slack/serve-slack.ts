import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { SlackHttpAnswer } from '../../handlers/slack/slack-door.ts';
import type { SlackHttpRequest } from '../../handlers/slack/signature.ts';
import { closeServer, listen } from '../loopback.ts';

const path = '/slack/events';

/** Stands in for API Gateway on this machine: the same door behind it. */
export async function serveSlack(door: (request: SlackHttpRequest) => Promise<SlackHttpAnswer>, port: number) {
  const server = createServer((request, response) => {
    answerTo(request, door).then(
      ({ statusCode, headers, body }) => response.writeHead(statusCode, headers).end(body),
      () => response.writeHead(500).end(),
    );
  });
  const url = await listen(server, port);
  return { url: `${url}${path}`, close: () => closeServer(server) };
}

async function answerTo(
  request: IncomingMessage,
  door: (request: SlackHttpRequest) => Promise<SlackHttpAnswer>,
): Promise<SlackHttpAnswer> {
  if (request.url !== path) return { statusCode: 404, headers: {}, body: '' };
  if (request.method !== 'POST') return { statusCode: 405, headers: { allow: 'POST' }, body: '' };
  return door({ headers: oneOfEach(request), body: await buffer(request) });
}

function oneOfEach({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** JSON, or the fields of a form with JSON inside them read. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Never answers. */
  readonly silent?: boolean;
}

/** A server on this machine that answers as it is told, one reply after another, and keeps what it was asked. */
export async function scriptedServer(answer: (seen: Seen, nth: number) => Reply) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const { authorization, 'content-type': type } = request.headers;
      const text = Buffer.concat(chunks).toString();
      const body = type?.includes('json') ? (JSON.parse(text) as Record<string, unknown>) : fields(text);
      const asked = { method: request.method ?? '', path: url.pathname, query: url.searchParams, authorization, body };
      seen.push(asked);

      const { status = 200, headers = {}, body: content = {}, silent } = answer(asked, seen.length - 1);
      if (silent) return;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(content));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    paths: () => seen.map(({ method, path }) => `${method} ${path}`),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export type ScriptedServer = Awaited<ReturnType<typeof scriptedServer>>;

function fields(form: string): Record<string, unknown> {
  return Object.fromEntries([...new URLSearchParams(form)].map(([name, value]) => [name, parsed(value)]));
}

function parsed(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What goes wrong with a call: it is answered here and goes no further, or it is done and its answer never arrives. */
export type Fault =
  { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'answerLost';

export interface Call {
  readonly method: string;
  readonly path: string;
  /** Milliseconds since the proxy began. */
  readonly at: number;
}

/** Stands between Sundial and a service on this machine, and lets go wrong what it is told to. Closed when the test ends. */
export async function faultyProxy(faultOf: (call: Call, nthOfItsKind: number) => Fault | null) {
  const began = performance.now();
  const calls: Call[] = [];
  const state = { faulty: true, service: { url: '', token: '' } };

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = { method: request.method ?? '', path: request.url ?? '/', at: performance.now() - began };
    const nth = calls.filter(({ method, path }) => method === call.method && path === call.path).length;
    calls.push(call);

    const fault = state.faulty ? faultOf(call, nth) : null;
    if (fault && fault !== 'answerLost') {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(JSON.stringify(fault.body ?? { ok: false, error: 'internal_error' }));
      return;
    }
    const done = await fetch(`${state.service.url.replace(/\/$/, '')}${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${state.service.token}`,
        'user-agent': request.headers['user-agent'] ?? '',
        'content-type': request.headers['content-type'] ?? 'application/json',
      },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const body = Buffer.from(await done.arrayBuffer());
    if (fault === 'answerLost') {
      response.destroy();
      return;
    }
    response.writeHead(done.status, { 'content-type': done.headers.get('content-type') ?? 'application/json' });
    response.end(body);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    leadsTo: (url: string, token: string) => (state.service = { url, token }),
    heal: () => (state.faulty = false),
  };
}

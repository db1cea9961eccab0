import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeServer, listen } from '../../../local/loopback.ts';
import type { Reply } from '../scripted-server.ts';

/** What becomes of a call: it passes, is done and its answer lost, never arrives, or is answered on the way. */
export type Fate = 'passes' | 'answerLost' | 'neverArrives' | Reply;

export interface LineCall {
  readonly method: string;
  readonly path: string;
  /** What AWS's JSON protocol asks for: `AmazonSSM.GetOpsItem`. */
  readonly target: string;
}

/** Stands between a client and a service on this machine, headers and bodies untouched, and lets go wrong what it is told to. */
export async function cutLine(to: () => string) {
  const calls: LineCall[] = [];
  const line: { fate: (nth: number, call: LineCall) => Fate } = { fate: () => 'passes' };

  const server = createServer((request, response) => {
    void through(request, response).catch(() => response.destroy());
  });

  async function through(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      method: request.method ?? '',
      path: request.url ?? '/',
      target: String(request.headers['x-amz-target'] ?? ''),
    };
    calls.push(call);
    const fate = line.fate(calls.length, call);
    if (fate === 'neverArrives') {
      response.destroy();
      return;
    }
    if (typeof fate === 'object') {
      if (fate.silent) return;
      response.writeHead(fate.status ?? 200, { 'content-type': 'application/json', ...fate.headers });
      response.end(JSON.stringify(fate.body ?? {}));
      return;
    }
    const answer = await passed(request, Buffer.concat(chunks));
    if (fate === 'answerLost') {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async function passed(request: IncomingMessage, body: Buffer) {
    const { host, port } = new URL(to());
    const onward = forward({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url,
      headers: { ...request.headers, host, connection: 'close' },
      agent: false,
    });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      onward.once('response', resolve).once('error', reject).end(body);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const hopByHop = ['connection', 'transfer-encoding', 'keep-alive'];
    const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !hopByHop.includes(name)));
    return { status: response.statusCode ?? 502, headers, body: Buffer.concat(chunks) };
  }

  const url = await listen(server);
  return {
    url,
    calls,
    /** Counts from one, and begins anew. */
    goesWrong(fate: (nth: number, call: LineCall) => Fate) {
      calls.length = 0;
      line.fate = fate;
    },
    heals() {
      calls.length = 0;
      line.fate = () => 'passes';
    },
    close: () => closeServer(server),
  };
}

export type CutLine = Awaited<ReturnType<typeof cutLine>>;

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeServer, listen } from '../../local/loopback.ts';

interface Acknowledged {
  readonly envelope_id: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Slack's side of Socket Mode: hands out the address of a socket, says hello, sends envelopes and takes acknowledgements. */
export async function socketSlack(appToken: string) {
  const acknowledged: Acknowledged[] = [];
  const waiting = new Map<string, (one: Acknowledged) => void>();
  let socket: Duplex | null = null;

  const server = createServer((request, response) => {
    const known = request.headers.authorization === `Bearer ${appToken}`;
    const { port } = server.address() as { port: number };
    const answer = known ? { ok: true, url: `ws://127.0.0.1:${port}/link` } : { ok: false, error: 'invalid_auth' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.on('upgrade', (request, opened: Duplex) => {
    const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    opened.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = opened;
    opened.on('error', () => opened.destroy());
    opened.on('data', (bytes: Buffer) => {
      for (const text of textsIn(bytes)) {
        const one = JSON.parse(text) as Acknowledged;
        acknowledged.push(one);
        waiting.get(one.envelope_id)?.(one);
      }
    });
    opened.write(frame({ type: 'hello', num_connections: 1 }));
  });
  const url = await listen(server);

  return {
    apiUrl: `${url}/api/`,
    acknowledged,
    /** Resolves when it is acknowledged. */
    send: (type: string, id: string, payload: unknown) =>
      new Promise<Acknowledged>((resolve) => {
        waiting.set(id, resolve);
        socket?.write(frame({ type, envelope_id: id, payload, accepts_response_payload: true }));
      }),
    close: async () => {
      socket?.destroy();
      await closeServer(server);
    },
  };
}

/** One unmasked text frame. */
function frame(message: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(message));
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** The texts in masked frames; pings and closing are passed over. */
function textsIn(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at + 6 <= bytes.length;) {
    const opcode = (bytes[at] ?? 0) & 0x0f;
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const length = short < 126 ? short : bytes.readUInt16BE(at + 2);
    const mask = at + (short < 126 ? 2 : 4);
    const data = bytes.subarray(mask + 4, mask + 4 + length);
    if (opcode === 1) texts.push(Buffer.from(data.map((byte, n) => byte ^ (bytes[mask + (n % 4)] ?? 0))).toString());
    at = mask + 4 + length;
  }
  return texts;
}

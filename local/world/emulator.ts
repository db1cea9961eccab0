import { Agent, createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import { closeServer, listen } from '../loopback.ts';
import type { Answer, Call } from './call.ts';

/** A running emulator: forgets everything when it is closed. */
export interface RunningEmulator {
  readonly forward: (call: Call) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** The emulator allows a token 5,000 calls an hour, so calls take turns between many. */
const callsPerToken = 4_500;
const tokens = Array.from({ length: 1_000 }, (_, index) => `simulated-${index}`);

/** Starts an emulator whose links begin with `linksTo`, and calls it as `login`. */
export async function startEmulator(
  service: 'slack' | 'github',
  login: string,
  linksTo: string,
  seed: Readonly<Record<string, unknown>>,
): Promise<RunningEmulator> {
  const port = await freePort();
  const allowed = Object.fromEntries(tokens.map((token) => [token, { login }]));
  const emulator = await createEmulator({
    service,
    port,
    baseUrl: linksTo,
    seed: { tokens: allowed, [service]: seed },
  });
  const agent = new Agent({ keepAlive: true });
  let calls = 0;

  return {
    forward: (call) => {
      const token = tokens[Math.floor(calls++ / callsPerToken) % tokens.length] ?? '';
      return forward(call, port, token, agent);
    },
    close: async () => {
      agent.destroy();
      await emulator.close();
    },
  };
}

/** The emulator does not tell its port when it is given a base URL. */
async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await closeServer(server);
  return Number(port);
}

function forward(call: Call, port: number, token: string, agent: Agent): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-length': Buffer.byteLength(call.body),
    ...(call.contentType ? { 'content-type': call.contentType } : {}),
  };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method: call.method, path: call.path, headers, agent }, (response) => {
      const { 'content-type': contentType, link } = response.headers;
      text(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 500,
            headers: {
              ...(contentType ? { 'content-type': contentType } : {}),
              ...(typeof link === 'string' ? { link } : {}),
            },
            body,
          }),
        reject,
      );
    })
      .on('error', reject)
      .end(call.body);
  });
}

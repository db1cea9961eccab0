import type { IncomingMessage, Server } from 'node:http';
import dynalite from 'dynalite';
import { closeServer, listen } from './loopback.ts';

/** DynamoDB, as far as the store needs it, on this machine. */
export interface Dynamo {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Keeps its tables in the directory, or in memory when there is none. One process at a time may open a directory. */
export async function startDynamo(directory: string | null): Promise<Dynamo> {
  const server = dynalite({ createTableMs: 0, ...(directory ? { path: directory } : {}) });
  survivingBrokenConnections(server);
  const endpoint = await listen(server);
  return { endpoint, close: () => closeServer(server) };
}

/** dynalite throws from an event listener when a client hangs up halfway, which would end the process. */
function survivingBrokenConnections(server: Server): void {
  server.prependListener('request', (request: IncomingMessage) => {
    queueMicrotask(() => request.removeAllListeners('error').on('error', () => undefined));
  });
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeServer, listen } from '../loopback.ts';
import { hubCredentials } from './access-keys.ts';
import type { CallCounters } from './call-counters.ts';
import { callCounters } from './call-counters.ts';
import type { Faults } from './faults.ts';
import { faults } from './faults.ts';
import { answering } from './answering.ts';
import type { SimulatedOrganization } from './organization/organization.ts';
import { awsServices } from './services.ts';
import type { WireAnswer } from './wire/wire-answer.ts';

/** A simulated AWS: it listens on this machine only, and what it tells is made up. */
export interface FakeAws {
  /** For every service: the signature tells which one is meant. */
  readonly endpoint: string;
  /** Of the hub account; any other account is reached by assuming a role in it. */
  readonly credentials: typeof hubCredentials;
  readonly calls: CallCounters;
  readonly faults: Pick<Faults, 'add' | 'heal'>;
  readonly close: () => Promise<void>;
}

export interface FakeAwsOptions {
  readonly organization: SimulatedOrganization;
  /** How long every answer takes at least. */
  readonly latencyMs?: number;
  /** The most that one page holds; small, so that nobody forgets to ask for the next. */
  readonly pageSize?: number;
}

/** `startFakeAws({ organization })` answers the SDK's real clients by their own schemas. */
export async function startFakeAws({ organization, latencyMs = 0, pageSize = 5 }: FakeAwsOptions): Promise<FakeAws> {
  const [calls, trouble] = [callCounters(), faults()];
  const answer = answering({ organization, services: awsServices(), calls, faults: trouble, latencyMs, pageSize });
  const server = createServer((request, response) => {
    void respond(request, response, answer).catch(() => response.destroy());
  });
  // Longer than any client keeps a connection: one that is closed while a request is on its way looks like an outage.
  server.keepAliveTimeout = 120_000;
  const endpoint = await listen(server);
  return { endpoint, credentials: hubCredentials, calls, faults: trouble, close: () => closeServer(server) };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReturnType<typeof answering>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const told: WireAnswer = await answer({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks),
  });
  response.writeHead(told.status, { ...told.headers, 'x-amzn-requestid': 'simulated' }).end(told.body);
}

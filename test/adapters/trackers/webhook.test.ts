import { createServer } from 'node:http';
import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import { signedHeaders } from '../../../adapters/trackers/webhook-signature.ts';
import { closeServer, listen } from '../../../local/loopback.ts';
import { aTicket } from '../../builders/ticket.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';
import { webhookReceiver } from '../../fakes/trackers/webhook-receiver.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const secret = `whsec_${Buffer.from('sundial-for-tests-0123456789abcd').toString('base64')}`;

function ticketsAt(address: string, credential = secret, attempts = 3, timeoutMs = 2_000) {
  return ticketsIn(
    { kind: 'webhook', url: 'https://desk.example.com/hook' },
    {
      credential: () => Promise.resolve(credential),
      address: () => address,
      now: () => DateTime.utc(),
      patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
      timeoutMs,
    },
  );
}

async function receiver(): Promise<TrackerWorld> {
  const { url, tickets, close } = await webhookReceiver(secret);
  const held = (key: string) => tickets.get(key) ?? expect.unreachable();
  return {
    url,
    secret,
    tickets: (address, how = {}) => ticketsAt(`${address}/hook`, how.secret, how.attempts, how.timeoutMs),
    misplaced: (address) => ticketsAt(`${address}/nowhere`),
    opened: () => Promise.resolve(tickets.size),
    people: {
      title: ({ key }) => Promise.resolve(held(key).title),
      comments: ({ key }) => Promise.resolve(held(key).comments),
      isClosed: ({ key }) => Promise.resolve(held(key).closed),
      attachments: ({ key }) => Promise.resolve(held(key).attachments),
      removes: ({ key }) => {
        tickets.delete(key);
        return Promise.resolve();
      },
    },
    reads: /^HEAD/,
    close,
  };
}

ticketsContract(
  'a tracker behind a webhook',
  { ...allTraits, parents: false, readsBack: false, rewrites: false, ticks: false, finds: false, deduplicates: true },
  receiver,
);

describe('a message', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('is signed as the specification shows', () => {
    // From the specification's own test vectors: https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const now = DateTime.fromSeconds(1_614_265_330);

    expect(signedHeaders([key], 'msg_p5jXN8AQM9LWM0D4loKWxJek', now, '{"test": 2432232314}')).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is signed with the old secret and the new one', async () => {
    const { url, tickets, close } = await webhookReceiver(secret);
    closing.push(close);
    const there = await ticketsAt(`${url}/hook`, `whsec_${Buffer.alloc(32, 7).toString('base64')} ${secret}`);

    await there.open('k', aTicket());

    expect(tickets.size).toBe(1);
  });

  it.each(['', 'hunter2', 'whsec_c2hvcnQ='])('is not sent with what is no secret: %s', async (credential) => {
    await expect(ticketsAt('http://127.0.0.1:9/hook', credential)).rejects.toMatchObject({
      fault: 'refused',
      data: { hint: expect.stringContaining('whsec_') as string },
    });
  });

  it('names a ticket that its receiver does not name, always alike, and shows no address that may be secret', async () => {
    const { url, close } = await webhookReceiver(secret, false);
    closing.push(close);
    const there = await ticketsAt(`${url}/hook`);

    const ref = await there.open('k', aTicket());

    expect(ref).toEqual(await there.open('k', aTicket()));
    expect(ref).toEqual({ key: expect.stringMatching(/^sundial-[0-9a-f]{12}$/) as string, url, id: 'k' });
  });

  it.each`
    status | text
    ${200} | ${'ok'}
    ${202} | ${'<html>Accepted</html>'}
    ${204} | ${''}
  `('is taken where the answer is $status $text, which is no JSON', async ({ status, text }: Taken) => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(text));
    });
    closing.push(() => closeServer(server));
    const there = await ticketsAt(await listen(server));

    const ref = await there.open('k', aTicket());
    await there.comment(ref, 'news', 'News');
    await there.close(ref);

    expect(ref.key).toMatch(/^sundial-/);
  });

  it.each`
    status | hint
    ${302} | ${'sent nowhere else'}
    ${401} | ${'same secret'}
    ${404} | ${'check the url'}
    ${410} | ${'wants no more messages'}
    ${413} | ${'too long'}
    ${422} | ${'its own log says why'}
  `('that is answered with $status is sent once, and says what to do', async ({ status, hint }: Refusal) => {
    const server = await scriptedServer(() => ({ status, headers: { location: 'http://127.0.0.1:9/' } }));
    closing.push(server.close);

    await expect((await ticketsAt(server.url)).open('k', aTicket())).rejects.toMatchObject({
      fault: 'refused',
      data: { status, hint: expect.stringContaining(hint) as string },
    });
    expect(server.seen).toHaveLength(1);
  });
});

interface Taken {
  readonly status: number;
  readonly text: string;
}

interface Refusal {
  readonly status: number;
  readonly hint: string;
}

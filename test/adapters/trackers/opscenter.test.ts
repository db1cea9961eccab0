import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import { aTicket } from '../../builders/ticket.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import { fakeOpscenter } from '../../fakes/trackers/fake-opscenter.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const before = { ...process.env };
beforeAll(() => {
  // The execution role's, which the client finds by itself.
  process.env['AWS_ACCESS_KEY_ID'] = fakeCredentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = secret;
});
afterAll(() => {
  process.env = before;
});
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

function ticketsOf(address: string, attempts = 3, timeoutMs = 2_000) {
  return ticketsIn(
    { kind: 'opscenter', region: 'eu-central-1' },
    {
      credential: () => Promise.resolve(''),
      address: () => address,
      now: () => DateTime.utc(),
      patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
      timeoutMs,
    },
  );
}

async function world(): Promise<TrackerWorld> {
  const opscenter = await fakeOpscenter();
  const item = ({ key }: TicketRef) => opscenter.items.get(key) ?? expect.unreachable();
  const ticketData = (ref: TicketRef) => item(ref).OperationalData['sundial-ticket'] ?? expect.unreachable();
  const set = (ref: TicketRef, change: object) => {
    Object.assign(item(ref), change);
    return Promise.resolve();
  };
  const refusal = (type: string) => ({
    status: 400,
    body: { __type: type, message: 'The security token included in the request is invalid.' },
  });
  return {
    url: opscenter.url,
    secret,
    reads: /AmazonSSM\.(Get|Describe)/,
    busy: () => ({ status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } }),
    broken: { status: 500, body: { __type: 'InternalServerError', message: 'broken' } },
    refusal: refusal('UnrecognizedClientException'),
    tickets: (address, how = {}) => ticketsOf(address, how.attempts, how.timeoutMs),
    misplaced: (address) => ticketsOf(address),
    opened: () => Promise.resolve(opscenter.items.size),
    people: {
      text: (ref) => Promise.resolve(`${item(ref).Description}\n${ticketData(ref).Value}`),
      title: (ref) => Promise.resolve(item(ref).Title),
      comments: (ref) =>
        Promise.resolve(
          Object.entries(item(ref).OperationalData)
            .filter(([name]) => name.startsWith('sundial-note-'))
            .map(([, { Value }]) => Value),
        ),
      isClosed: (ref) => Promise.resolve(item(ref).Status === 'Resolved'),
      writesAbove: (ref, words) => set(ref, { Description: `${words}\n\n${item(ref).Description}` }),
      ticks: (ref, step) => {
        ticketData(ref).Value = ticketData(ref).Value.replace(`- [ ] ${step}`, `- [x] ${step}`);
        return Promise.resolve();
      },
      isTicked: (ref, step) => Promise.resolve(ticketData(ref).Value.includes(`- [x] ${step}`)),
      setsForeignField: (ref, value) => set(ref, { Category: value }),
      foreignField: (ref) => Promise.resolve(item(ref).Category),
      assigns: () => Promise.resolve(null),
      closes: (ref) => set(ref, { Status: 'Resolved' }),
      removes: (ref) => {
        opscenter.items.delete(ref.key);
        return Promise.resolve();
      },
      childrenOf: (ref) =>
        Promise.resolve(
          [...opscenter.items.values()]
            .filter((one) => one.RelatedOpsItems.some(({ OpsItemId }) => OpsItemId === ref.key))
            .map(({ OpsItemId }) => OpsItemId),
        ),
    },
    close: opscenter.close,
  };
}

ticketsContract(
  'OpsCenter',
  { ...allTraits, attaches: false, deduplicates: true, retryAfter: false, misplaces: false },
  world,
);

describe('an OpsItem', () => {
  it('has weights, a due date that can be searched for, and a link to its console', async () => {
    const opscenter = await fakeOpscenter();
    const tickets = await ticketsOf(opscenter.url);

    const ref = await tickets.open('k', aTicket({ priority: 'critical' }));

    expect(ref).toEqual({
      key: 'oi-000000000001',
      url: 'https://eu-central-1.console.aws.amazon.com/systems-manager/opsitems/oi-000000000001?region=eu-central-1',
    });
    expect(opscenter.items.get(ref.key)).toMatchObject({
      Priority: 1,
      Severity: '1',
      Source: 'Sundial',
      Description: expect.stringContaining('sundial-ticket in the operational data') as string,
      OperationalData: { 'sundial-due': { Value: '2027-01-07', Type: 'SearchableString' } },
    });
    await opscenter.close();
  });
});

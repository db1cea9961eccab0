import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import type { PagerDutyTracker } from '../../../domain/tracker.ts';
import { aTicket } from '../../builders/ticket.ts';
import { fakePagerduty } from '../../fakes/trackers/fake-pagerduty.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const secret = 'y_NbAkKc66ryYTWUXYEu';
const tracker: PagerDutyTracker = {
  kind: 'pagerduty',
  service: 'PIJ90N7',
  from: 'oncall@example.com',
  priorities: { critical: 'P1' },
};

type How = NonNullable<Parameters<TrackerWorld['tickets']>[1]>;

function ticketsOf(
  of: PagerDutyTracker,
  address: string,
  { secret: token = secret, attempts = 3, timeoutMs = 2_000 }: How = {},
) {
  return ticketsIn(of, {
    credential: () => Promise.resolve(token),
    address: () => address,
    now: () => DateTime.utc(),
    patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
    timeoutMs,
  });
}

async function world(): Promise<TrackerWorld> {
  const pagerduty = await fakePagerduty(secret);
  const incident = ({ id }: TicketRef) => pagerduty.incidents.get(id ?? '') ?? expect.unreachable();
  return {
    url: pagerduty.url,
    secret,
    busy: (seconds) => ({
      status: 429,
      headers: { 'ratelimit-reset': `${seconds}` },
      body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
    }),
    tickets: (address, how) => ticketsOf(tracker, address, how),
    misplaced: (address) => ticketsOf({ ...tracker, service: 'PNOWHERE' }, address),
    opened: () => Promise.resolve(pagerduty.incidents.size),
    people: {
      title: (ref) => Promise.resolve(incident(ref).title),
      comments: (ref) => Promise.resolve(incident(ref).notes),
      isClosed: (ref) => Promise.resolve(incident(ref).status === 'resolved'),
      assigns: (ref) => {
        incident(ref).assignments = [{ assignee: { id: 'PXPGF42', summary: 'Ana Pérez' } }];
        return Promise.resolve('Ana Pérez');
      },
      closes: (ref) => {
        incident(ref).status = 'resolved';
        return Promise.resolve();
      },
      removes: (ref) => {
        pagerduty.incidents.delete(ref.id ?? '');
        return Promise.resolve();
      },
    },
    close: pagerduty.close,
  };
}

ticketsContract(
  'PagerDuty',
  { ...allTraits, parents: false, reopens: false, rewrites: false, ticks: false, attaches: false, deduplicates: true },
  world,
);

describe('an incident in PagerDuty', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  async function started(changes: Partial<PagerDutyTracker> = {}) {
    const pagerduty = await fakePagerduty(secret);
    closing.push(pagerduty.close);
    const tickets = await ticketsOf({ ...tracker, ...changes }, pagerduty.url);
    return { pagerduty, tickets, only: () => [...pagerduty.incidents.values()][0] ?? expect.unreachable() };
  }

  it('is as urgent as the ticket, with the account’s own priority where the team names it', async () => {
    const { tickets, only } = await started();
    const ref = await tickets.open('k', aTicket({ priority: 'low' }));
    expect(ref).toEqual({
      key: '#1',
      url: 'https://example.pagerduty.com/incidents/Q0000000000001',
      id: 'Q0000000000001',
    });
    expect(only()).toMatchObject({ urgency: 'low', priority: null, body: 'It is Legacy.' });

    await tickets.update(ref, 'k', aTicket({ priority: 'critical' }));

    expect(only()).toMatchObject({ urgency: 'high', priority: { id: 'P53ZZH5' } });
  });

  it('is not opened again once resolved, and no second one is', async () => {
    const { pagerduty, tickets } = await started();
    const ref = await tickets.open('k', aTicket());
    await tickets.reopen(ref);
    await tickets.close(ref);

    await expect(tickets.reopen(ref)).rejects.toMatchObject({
      fault: 'refused',
      data: { where: '#1', hint: expect.stringContaining('trigger a new one by hand') as string },
    });
    expect(pagerduty.incidents.size).toBe(1);
  });

  it.each`
    changes                                 | hint                        | finding
    ${{ from: 'nobody@example.com' }}       | ${'correct from'}           | ${'there is no user nobody@example.com'}
    ${{ priorities: { medium: 'Urgent' } }} | ${'has no priority Urgent'} | ${'the account has no Urgent, but P1, P2'}
  `('says what to correct: $hint', async ({ changes, hint, finding }: Wrong) => {
    const { tickets } = await started(changes);

    await expect(tickets.open('k', aTicket())).rejects.toMatchObject({
      fault: 'refused',
      data: { hint: expect.stringContaining(hint) as string },
    });
    expect(await tickets.check()).toContainEqual(expect.objectContaining({ state: 'missing', seen: finding }));
  });

  it('cannot be opened in a service that is disabled, as its check says', async () => {
    const { pagerduty, tickets } = await started();
    pagerduty.state.status = 'disabled';

    expect(await tickets.check()).toContainEqual(
      expect.objectContaining({ state: 'missing', subject: 'PagerDuty PIJ90N7: service' }),
    );
  });
});

interface Wrong {
  readonly changes: Partial<PagerDutyTracker>;
  readonly hint: string;
  readonly finding: string;
}

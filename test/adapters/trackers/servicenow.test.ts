import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { ticketsIn } from '../../../adapters/trackers/tickets-in.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import type { ServiceNowTracker } from '../../../domain/tracker.ts';
import { aTicket } from '../../builders/ticket.ts';
import { fakeServicenow } from '../../fakes/trackers/fake-servicenow.ts';
import { ticketsContract } from './tickets-contract.ts';
import type { TrackerWorld } from './tracker-world.ts';
import { allTraits } from './tracker-world.ts';

const tracker: ServiceNowTracker = {
  kind: 'servicenow',
  instance: 'https://example.service-now.com',
  table: 'incident',
  fields: {},
};

type How = NonNullable<Parameters<TrackerWorld['tickets']>[1]>;

function ticketsOf(of: ServiceNowTracker, address: string, { secret = '', attempts = 3, timeoutMs = 2_000 }: How) {
  return ticketsIn(of, {
    credential: () => Promise.resolve(secret),
    address: () => address,
    now: () => DateTime.utc(),
    patience: { attempts, firstPauseMs: 1, longestMs: 2_000 },
    timeoutMs,
  });
}

async function world(): Promise<TrackerWorld> {
  const now = await fakeServicenow('correct-horse-battery');
  const record = ({ id }: TicketRef) => now.records.get(id ?? '') ?? expect.unreachable();
  const set = (ref: TicketRef, name: string, value: string) => {
    record(ref).values[name] = value;
    return Promise.resolve();
  };
  const text = (ref: TicketRef) => record(ref).values['description'] ?? '';
  return {
    url: now.url,
    secret: now.credential,
    tickets: (address, how = {}) => ticketsOf(tracker, address, { secret: now.credential, ...how }),
    misplaced: (address) => ticketsOf({ ...tracker, table: 'change_request' }, address, { secret: now.credential }),
    opened: () => Promise.resolve(now.records.size),
    requiresField: () => {
      now.state.mandatory.set('u_cost_centre', 'Cost centre');
      return { name: 'Cost centre', lift: () => now.state.mandatory.clear() };
    },
    people: {
      text: (ref) => Promise.resolve(text(ref)),
      title: (ref) => Promise.resolve(record(ref).values['short_description'] ?? ''),
      comments: (ref) => Promise.resolve(record(ref).notes),
      isClosed: (ref) => Promise.resolve(now.isClosed(record(ref))),
      writesAbove: (ref, words) => set(ref, 'description', `${words}\r\n\r\n${text(ref).replaceAll('\n', '\r\n')}`),
      ticks: (ref, step) => set(ref, 'description', text(ref).replace(`[ ] ${step}`, `[x] ${step}`)),
      isTicked: (ref, step) => Promise.resolve(text(ref).includes(`[x] ${step}`)),
      setsForeignField: (ref, value) => set(ref, 'category', value),
      foreignField: (ref) => Promise.resolve(record(ref).values['category']),
      assigns: async (ref) => {
        await set(ref, 'assigned_to', 'a'.repeat(32));
        return 'Ana Pérez';
      },
      closes: (ref) => set(ref, 'state', '7'),
      removes: (ref) => {
        now.records.delete(ref.id ?? '');
        return Promise.resolve();
      },
      attachments: (ref) => Promise.resolve(now.files.filter((file) => file.record === ref.id).map(({ name }) => name)),
      childrenOf: (ref) =>
        Promise.resolve(
          [...now.records.values()]
            .filter(({ values }) => values['parent_incident'] === ref.id)
            .map(({ values }) => values['number'] ?? ''),
        ),
    },
    close: now.close,
  };
}

ticketsContract('ServiceNow', allTraits, world);

describe('a record in ServiceNow', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  async function started(changes: Partial<ServiceNowTracker> = {}) {
    const now = await fakeServicenow('correct-horse-battery', ['incident', 'change_request']);
    closing.push(now.close);
    const tickets = await ticketsOf({ ...tracker, ...changes }, now.url, { secret: now.credential });
    return { now, tickets, only: () => [...now.records.values()][0] ?? expect.unreachable() };
  }

  it('has its weights, its due date, the team’s fields, and the whole ticket as a page', async () => {
    const { now, tickets, only } = await started({
      fields: { category: 'cloud', close_code: 'Workaround provided', urgency: '3' },
    });

    const ref = await tickets.open('k', aTicket({ priority: 'high' }));

    expect(ref).toMatchObject({
      key: 'INC0010001',
      url: expect.stringContaining('nav_to.do?uri=%2Fincident.do') as string,
    });
    expect(only().values).toMatchObject({
      impact: '2',
      urgency: '3',
      due_date: '2027-01-07 23:59:59',
      category: 'cloud',
      correlation_display: 'Sundial',
    });
    expect(only().values['close_code']).toBeUndefined();
    expect(now.files).toMatchObject([
      {
        name: expect.stringMatching(/^sundial-ticket-[0-9a-f]{8}\.html$/) as string,
        text: expect.stringContaining('<h1>Leave Claude Sonnet 4.5') as string,
      },
    ]);
    await tickets.close(ref);
    expect(only().values).toMatchObject({ state: '6', close_code: 'Workaround provided' });
  });

  it('is found though the account may not write the correlation', async () => {
    const { now, tickets } = await started();
    now.state.ignoresCorrelation = true;

    const ref = await tickets.open('k', aTicket());

    expect(await tickets.find('k')).toEqual(ref);
    expect(await tickets.find('another')).toBeNull();
  });

  it('says in its short text that the whole ticket is attached', async () => {
    const { tickets, only } = await started();

    await tickets.open('k', aTicket({ parts: ['It is Legacy.', `## Steps\n\n${'- [ ] Move\n'.repeat(500)}`] }));

    expect(only().values['description']).toContain('STEPS\n\nToo long to show here.');
    expect(only().values['description']).toContain('It is Legacy.\n\nThe whole ticket is attached');
  });

  it('keeps all that people wrote, however long, and shortens only its own part', async () => {
    const { tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    const people = 'people '.repeat(525);
    only().values['description'] = `${people}\n\n${only().values['description'] ?? ''}`.slice(0, 4_000);

    await tickets.update(ref, 'k', aTicket({ parts: ['words '.repeat(800)] }));

    const text = only().values['description'] ?? '';
    expect(text.startsWith(people)).toBe(true);
    expect(text).toContain('Too long to show all of it here.');
    expect(text).toMatch(/ends: sundial-[0-9a-f]{16} ---$/);

    only().values['description'] = 'people '.repeat(570).trim();
    await tickets.update(ref, 'k', aTicket());
    expect(only().values['description']).toBe('people '.repeat(570).trim());
  });

  it('keeps the parent that a person has set', async () => {
    const { now, tickets } = await started();
    const [ref, theirs, ours] = [
      await tickets.open('k', aTicket()),
      await tickets.open('theirs', aTicket()),
      await tickets.open('ours', aTicket()),
    ];
    await tickets.link(ref, theirs);

    await tickets.link(ref, ours);

    expect(now.records.get(ref.id ?? '')?.values['parent_incident']).toBe(theirs.id);
  });

  it('that was closed for good is not opened again, and the hint says so', async () => {
    const { tickets, only } = await started();
    const ref = await tickets.open('k', aTicket());
    only().values['state'] = '7';

    await expect(tickets.reopen(ref)).rejects.toMatchObject({
      fault: 'refused',
      data: { hint: expect.stringContaining('does not open again') as string },
    });
  });

  it('may be a change: closed from review, and told where its model forbids it', async () => {
    const { tickets, only } = await started({ table: 'change_request' });
    const ref = await tickets.open('k', aTicket());
    const parent = await tickets.open('p', aTicket());

    await tickets.link(ref, parent);
    await expect(tickets.close(ref)).rejects.toMatchObject({
      fault: 'refused',
      data: { hint: expect.stringContaining('close it by hand') as string },
    });
    only().values['state'] = '0';
    await tickets.close(ref);

    expect(only().values).toMatchObject({ state: '3', close_code: 'successful', parent: parent.id });
    await expect(tickets.reopen(ref)).rejects.toMatchObject({ fault: 'refused' });
  });

  it('may lack fields that only the dictionary knows, which not every account may read', async () => {
    const { now, tickets } = await started();
    now.state.dictionary = false;

    expect(await tickets.check()).toMatchObject([
      { state: 'note' },
      { state: 'unknown', fix: expect.stringContaining('sys_dictionary') as string },
    ]);
  });
});

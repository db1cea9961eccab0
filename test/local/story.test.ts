import { describe, expect, it } from 'vitest';
import { callsOf } from '../../local/event-report.ts';
import { fixture } from '../fixtures/fixture.ts';
import { aDirectory, anEngine, outside } from './engine.ts';

const health = (name: string, changes: Record<string, unknown> = {}, detail: Record<string, unknown> = {}) => {
  const event = fixture('health-bedrock', name);
  return { ...event, ...changes, detail: { ...(event['detail'] as object), ...detail } };
};
const described = (text: string) => ({ eventDescription: [{ language: 'en_US', latestDescription: text }] });

describe('a notice', () => {
  it('opens one ticket and one thread, and links them to each other', async () => {
    const engine = await anEngine();

    const report = await engine.deliver(health('sonnet-4-5-organization-view'));

    expect(report).toMatchObject({ rules: ['health-bedrock'], outcome: 'handled', reason: null });
    expect(report.actions.map(({ kind, team }) => `${kind} ${team}`)).toEqual([
      'openTicket payments',
      'postMessage payments',
      'updateTicket payments',
      'publishEvent payments',
    ]);
    const [ticket] = await engine.world.tickets();
    const [situation] = await engine.situations();
    expect(ticket?.body).toContain(situation?.migration.thread?.permalink);
    const [channel] = (await engine.world.messages()).filter(({ messages }) => messages.length > 0);
    expect(JSON.stringify(channel?.messages[0]?.blocks)).toContain(situation?.migration.ticket?.url);
  });

  it('is silent when it comes again, as a copy, or as a reminder', async () => {
    const engine = await anEngine({ at: '2026-05-04T09:00:00Z' });
    await engine.deliver(health('haiku-3-legacy-start'));

    const again = [
      health('haiku-3-legacy-start'),
      health('haiku-3-legacy-start-backup-copy'),
      health('haiku-3-reminder'),
    ];
    const reports = [];
    for (const event of again) reports.push(await engine.deliver(event));

    expect(reports.map(({ outcome, actions }) => [outcome, actions])).toEqual([
      ['handled', []],
      ['handled', []],
      ['handled', []],
    ]);
    expect(reports.map(({ reason }) => reason)).toEqual([
      'delivered before',
      'a copy for the backup Region of an event handled before',
      'says nothing that was not told before',
    ]);
    expect(callsOf(engine.done())).toEqual({ ticketsOpened: 1, messagesPosted: 1, repliesPosted: 0 });
  });

  it('gathers accounts and Regions under one migration, and edits the message in place', async () => {
    const engine = await anEngine({ at: '2026-03-11T09:00:00Z' });
    await engine.deliver(health('haiku-3-legacy-start'));

    const report = await engine.deliver(
      health('haiku-3-legacy-start', { account: '777788889999' }, { affectedAccount: '777788889999' }),
    );

    expect(report.actions.map(({ kind }) => kind)).toEqual(['updateMessage', 'updateTicket']);
    const [migration] = await engine.situations();
    expect([...new Set(migration?.migration.affected.map(({ account }) => account))]).toEqual([
      '111122223333',
      '777788889999',
    ]);
    expect(callsOf(engine.done())).toEqual({ ticketsOpened: 1, messagesPosted: 1, repliesPosted: 0 });
  });

  it('reaches each team that owns one of the accounts', async () => {
    const engine = await anEngine();
    await engine.deliver(health('haiku-3-legacy-start'));
    await engine.deliver(
      health('haiku-3-legacy-start', { account: '444455556666' }, { affectedAccount: '444455556666' }),
    );

    expect((await engine.situations()).map(({ migration }) => migration.team)).toEqual(['payments', 'platform']);
  });

  it('waits for its pages, in whatever order they come', async () => {
    const engine = await anEngine();
    const reports = [];
    for (const page of [3, 1, 2]) reports.push(await engine.deliver(health(`opus-4-1-page-${page}-of-3`)));

    expect(reports.map(({ reason }) => reason)).toEqual([
      'page 3 of 3: waiting for the other pages',
      'page 1 of 3: waiting for the other pages',
      null,
    ]);
    expect(callsOf(engine.done())).toMatchObject({ ticketsOpened: 1, messagesPosted: 1 });
  });

  it('of which a page never comes is acted on by the next day’s tick', async () => {
    const engine = await anEngine();
    await engine.deliver(health('opus-4-1-page-1-of-3'));
    await engine.tick();
    expect(await engine.situations()).toEqual([]);

    engine.travelTo('2026-11-21T09:30:00Z');
    await engine.tick();

    expect(await engine.situations()).toHaveLength(1);
  });
});

describe('a date that moves', () => {
  const first = health(
    'unknown-model-without-dates',
    {},
    described("Model ID 'examplelab.prose-2-large-v1:0' reaches end of life on May 3, 2027."),
  );
  const later = health(
    'unknown-model-without-dates',
    { id: 'later', time: '2026-11-05T10:00:00Z' },
    {
      ...described("Model ID 'examplelab.prose-2-large-v1:0' now reaches end of life on June 1, 2027."),
      lastUpdatedTime: 'Thu, 5 Nov 2026 10:00:00 GMT',
      communicationId: 'later-1',
    },
  );

  it('is news once: a reply in the thread, and a comment on the ticket', async () => {
    const engine = await anEngine();
    await engine.deliver(first);

    const report = await engine.deliver(later);
    const again = await engine.deliver({
      ...later,
      id: 'again',
      time: '2026-11-06T10:00:00Z',
      detail: { ...later.detail, communicationId: 'again-1', lastUpdatedTime: 'Fri, 6 Nov 2026 10:00:00 GMT' },
    });

    expect(report.actions.map(({ kind }) => kind)).toEqual([
      'updateMessage',
      'updateTicket',
      'replyInThread',
      'commentOnTicket',
      'publishEvent',
    ]);
    expect(again.actions).toEqual([]);
    const { replies } = await outside(engine);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatch(/1 June 2027.*3 May 2027|3 May 2027.*1 June 2027/s);
    expect((await engine.world.tickets())[0]?.comments).toHaveLength(1);
  });

  it('does not move back when the older word arrives late', async () => {
    const engine = await anEngine();
    await engine.deliver(later);
    await engine.deliver(first);

    const [situation] = await engine.situations();
    expect(situation?.lifecycle.dates.endOfLife).toBe('2027-06-01');
    expect((await outside(engine)).replies).toEqual([]);
  });

  it('does not bind where an earlier date of another source stands, and says so', async () => {
    const engine = await anEngine();
    await engine.deliver(health('sonnet-4-5-organization-view'));
    const moved = health(
      'sonnet-4-5-organization-view',
      { id: 'moved', time: '2026-11-01T10:00:00Z' },
      {
        ...described('anthropic.claude-sonnet-4-5-20250929-v1:0 reaches end of life on May 8, 2027 in eu-central-1.'),
        lastUpdatedTime: 'Sun, 1 Nov 2026 10:00:00 GMT',
        communicationId: 'moved-1',
      },
    );

    await engine.deliver(moved);

    const [situation] = await engine.situations();
    expect(situation?.lifecycle.dates.endOfLife).toBe('2027-04-08');
    expect(situation?.lifecycle.disagreements.map(({ name }) => name)).toEqual(['endOfLife']);
    expect((await outside(engine)).replies[0]).toMatch(/8 May 2027/);
  });
});

describe('a replacement', () => {
  it('is passed over once AWS Health itself calls it Legacy', async () => {
    const engine = await anEngine();
    await engine.deliver(health('sonnet-4-5-organization-view'));
    const [before] = await engine.situations();
    expect(before?.successor).toMatchObject({ replacement: { modelId: 'anthropic.claude-sonnet-5' } });

    const legacy = described('anthropic.claude-sonnet-5 is Legacy from November 1, 2026 in all AWS Regions.');
    await engine.deliver(
      health('unknown-model-without-dates', { id: 'sonnet-5' }, { ...legacy, communicationId: 's5-1' }),
    );
    await engine.tick();

    const after = (await engine.situations()).find(({ migration }) => migration.id === before?.migration.id);
    expect(after?.successor).toMatchObject({ replacement: { modelId: 'anthropic.claude-sonnet-4-6' } });
  });
});

describe('dead letters', () => {
  it('of several runs at one standing clock are all kept', async () => {
    const directory = aDirectory();
    for (const id of ['one', 'two']) {
      const engine = await anEngine({ directory });
      await engine.deliver({
        ...health('haiku-3-legacy-start', { id, time: 'never' }, { lastUpdatedTime: '', startTime: '' }),
      });
      await engine.close();
    }

    const engine = await anEngine({ directory });
    const letters = await engine.deadLetters();
    expect(letters.map(({ event }) => (event as { id: string }).id).toSorted()).toEqual(['one', 'two']);
  });
});

describe('a withdrawal', () => {
  it('is told at once, with no date made up', async () => {
    const engine = await anEngine({ at: '2026-06-13T13:00:00Z' });

    const report = await engine.deliver(health('fable-5-and-mythos-5-revoked'));

    expect(report.notices).toMatchObject([
      {
        modelId: 'anthropic.claude-fable-5',
        stage: 'endOfLife',
        emergency: true,
        dates: { legacy: null, extendedAccess: null, endOfLife: null },
      },
      { modelId: 'anthropic.claude-mythos-5', stage: 'endOfLife', emergency: true },
    ]);
    const [situation] = await engine.situations();
    expect(situation?.timeline).toMatchObject({ daysLeft: null, phases: [], milestones: [], binding: null });
    expect(callsOf(engine.done())).toMatchObject({ ticketsOpened: 2, messagesPosted: 2 });
    expect((await engine.deliver(health('fable-5-and-mythos-5-remain-unavailable'))).actions).toEqual([]);
  });
});

describe('the daily tick', () => {
  it('tells what fell due while it slept in one message, and is silent the second time', async () => {
    const engine = await anEngine({ at: '2026-10-09T09:00:00Z' });
    await engine.deliver(health('sonnet-4-5-organization-view'));

    engine.travelTo('2027-03-26T09:00:00Z');
    const woke = await engine.tick();
    const again = await engine.tick();

    expect(woke.filter(({ action }) => action.kind === 'replyInThread')).toHaveLength(1);
    expect((await outside(engine)).replies[0]).toMatch(/180 days.*90 days.*60 days.*30 days.*14 days/s);
    expect(again).toEqual([]);
  });

  it('keeps the root message true as the days go by, without a reply', async () => {
    const engine = await anEngine({ at: '2026-11-02T09:00:00Z' });
    await engine.deliver(health('sonnet-4-5-organization-view'));

    engine.travelTo('2026-11-03T09:00:00Z');
    const done = await engine.tick();

    expect(done.map(({ action }) => action.kind)).toEqual(['updateMessage', 'updateTicket']);
    expect((await outside(engine)).texts).toContainEqual(expect.stringContaining('in 66 days'));
  });
});

describe('what is nothing for Sundial', () => {
  it.each`
    name                  | reason
    ${'error-rates-pass'} | ${'an operational issue that takes no model away'}
    ${'quota-change'}     | ${'not about the lifecycle of a model'}
  `('$name is ignored, with the reason', async ({ name, reason }: { name: string; reason: string }) => {
    const engine = await anEngine();

    expect(await engine.deliver(health(name))).toMatchObject({
      rules: ['health-bedrock'],
      outcome: 'ignored',
      reason,
      actions: [],
    });
  });

  it.each([
    { source: 'aws.ec2', detail: {} },
    { source: 'aws.health', 'detail-type': 'AWS Health Event' },
    'text',
    null,
    5,
    [],
  ])('%j matches no rule', async (event) => {
    const engine = await anEngine();

    expect(await engine.deliver(event)).toMatchObject({ rules: [], outcome: 'ignored' });
  });

  it('a closing of something never seen opens nothing', async () => {
    const engine = await anEngine();

    expect(await engine.deliver(health('haiku-3-closed'))).toMatchObject({ outcome: 'handled', actions: [] });
    expect(await engine.situations()).toEqual([]);
  });
});

describe('a Bedrock job', () => {
  it('goes on the timeline of its model', async () => {
    const engine = await anEngine();
    await engine.deliver(health('sonnet-4-5-organization-view'));

    const report = await engine.deliver(fixture('bedrock-jobs', 'batch-inference-failed'));

    expect(report).toMatchObject({ rules: ['bedrock-jobs'], outcome: 'handled', actions: [] });
    expect((await engine.situations())[0]?.jobs).toMatchObject([{ jobName: 'nightly-summaries', status: 'Failed' }]);
  });
});

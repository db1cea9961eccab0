import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../adapters/configuration.ts';
import type { TrackerFault } from '../../domain/tracker-trouble.ts';
import { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import { placeOf } from '../../domain/tracker.ts';
import { ticketsOf } from '../../domain/tickets-of.ts';
import { aMigration, aTeam, saidByHealth, sonnet45 } from '../builders/situation.ts';
import type { Word } from '../../domain/lifecycle.ts';
import type { Migration } from '../../domain/migration.ts';
import { currentSituation } from '../../handlers/current-situation.ts';
import { readBack } from '../../handlers/read-back.ts';
import { reconcile } from '../../handlers/reconcile.ts';
import { reopenTicket } from '../../handlers/reopen-ticket.ts';
import { takeNotice } from '../../handlers/take-notice.ts';
import { aNotice } from '../builders/notice.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const id = `${sonnet45}/platform`;
const pager = '{ kind: pagerduty, service: PABC123, from: sundial@example.com }';

const twoTrackers = (trackers = `moreTrackers: [${pager}]`) =>
  readConfiguration(
    `teams: { platform: { channel: "#platform", tracker: { kind: github, repository: example-corp/platform }, ${trackers} } }
defaultTeam: platform`,
    'sundial.yml',
  );

const fault = (kind: TrackerFault, hint = 'Store a new token') =>
  new TrackerError(kind, { tracker: 'GitHub', where: 'example-corp/platform', said: 'No', hint });

const credentialRefused = new TrackerError('refused', { tracker: 'GitHub', where: 'a', status: 401, hint: 'Renew it' });

type All = ReturnType<typeof rememberingDeps>;

const failing = (all: All, kind: string, error: TrackerError | null): void => {
  all.world.trackerFails = (tracker) => (tracker.kind === kind ? error : null);
};

const replies = ({ world }: All) => world.did.filter((what) => what.startsWith('reply'));
const opened = ({ world }: All) => world.did.filter((what) => what.startsWith('open'));
const tickets = ({ world }: All) => {
  const { ticket = null, also = [], troubles = [] } = world.migrations.get(id) ?? {};
  return { ticket: ticket?.key ?? null, also: also.map(({ key }) => key), troubles };
};

function theMigration({ world }: All): Migration {
  const migration = world.migrations.get(id);
  if (!migration) throw new Error('there is no migration');
  return migration;
}

async function tick(all: All, day: string): Promise<void> {
  all.world.now = `${day}T09:00:00Z`;
  await readBack(id, all.deps);
  await reconcile(id, all.deps);
}

/** From the next day on, notices say another end. */
function movesEnd(all: All, day: string): void {
  const words: Word[] = [saidByHealth('endOfLife', day)];
  Object.assign(all.deps.store, { heard: () => Promise.resolve({ words, withdrawals: [], jobs: [] }) });
}

describe('several trackers at once', () => {
  it('each get the ticket, the first one leading', async () => {
    const all = rememberingDeps(twoTrackers());
    await takeNotice(aNotice(), all.deps);

    expect(opened(all)).toEqual([`open ${id}`, `open ${id} in pagerduty`]);
    expect(tickets(all)).toMatchObject({ ticket: 'example-corp/platform#1', also: ['pagerduty'] });
  });

  it('leads whoever is paged to the ticket, though nothing is posted yet', async () => {
    const all = rememberingDeps(twoTrackers());
    const summaries: string[] = [];
    const tickets: typeof all.deps.tickets = (tracker) => {
      const there = all.deps.tickets(tracker);
      return {
        ...there,
        open: (key, ticket) => {
          summaries.push(ticket.summary);
          return there.open(key, ticket);
        },
      };
    };
    await takeNotice(aNotice(), { ...all.deps, tickets });

    const link = 'https://github.com/example-corp/platform/issues/1';
    expect(summaries.map((summary) => summary.includes(link))).toEqual([false, true]);
  });

  it('each get the comments', async () => {
    const all = rememberingDeps(twoTrackers());
    await takeNotice(aNotice(), all.deps);
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');

    const comments = all.world.did.filter((what) => what.startsWith('comment'));
    expect(comments.map((what) => what.endsWith(' in pagerduty'))).toEqual([false, true]);
  });

  it('that come later get a ticket of the migration that is open', async () => {
    const before = rememberingDeps(twoTrackers(''));
    await takeNotice(aNotice(), before.deps);
    Object.assign(before.deps, { configuration: twoTrackers() });
    await tick(before, '2026-11-21');
    await tick(before, '2026-11-22');

    expect(opened(before)).toEqual([`open ${id}`, `open ${id} in pagerduty`]);
  });

  it('that take the place of another system get a ticket of their own', async () => {
    const all = rememberingDeps(twoTrackers(''));
    await takeNotice(aNotice(), all.deps);
    const moved = readConfiguration(
      `teams: { platform: { channel: "#platform", tracker: ${pager} } }
defaultTeam: platform`,
      'sundial.yml',
    );
    Object.assign(all.deps, { configuration: moved });
    await tick(all, '2026-11-21');

    expect(tickets(all).ticket).toBe('pagerduty');
  });

  it('wherever the process is killed, each get one', async () => {
    for (let death = 1; death <= 6; death += 1) {
      const all = rememberingDeps(twoTrackers());
      all.world.diesAfter = death;
      const again = () => takeNotice(aNotice(), all.deps);
      await again().catch(() => undefined);
      all.world.diesAfter = Infinity;
      await again();
      expect(opened(all), `death ${death}`).toEqual([`open ${id}`, `open ${id} in pagerduty`]);
    }
  });
});

describe('a ticket that is there from before', () => {
  it('is gone on with by a Sundial whose table is gone', async () => {
    const before = rememberingDeps();
    await takeNotice(aNotice(), before.deps);

    const after = rememberingDeps();
    after.world.did.push(...before.world.did.filter((what) => what.startsWith('open')));
    await takeNotice(aNotice(), after.deps);

    expect(opened(after)).toHaveLength(1);
    expect(tickets(after).ticket).toBe('example-corp/platform#1');
  });
});

describe('a tracker that refuses', () => {
  it('keeps nobody from Slack: the thread says what to mend, once', async () => {
    const all = rememberingDeps();
    failing(all, 'github', fault('refused'));
    await takeNotice(aNotice(), all.deps);
    await tick(all, '2026-11-21');
    await tick(all, '2026-11-22');

    expect(all.world.did.filter((what) => what.startsWith('post'))).toHaveLength(1);
    expect(replies(all)).toHaveLength(1);
    expect(replies(all)[0]).toContain('refuses the ticket');
    expect(replies(all)[0]).toContain('Store a new token');
    expect(opened(all)).toEqual([]);
  });

  it('gets the ticket when it is mended, and the thread says so', async () => {
    const all = rememberingDeps();
    failing(all, 'github', fault('refused'));
    await takeNotice(aNotice(), all.deps);
    failing(all, 'github', null);
    await tick(all, '2026-11-21');
    await tick(all, '2026-11-22');

    expect(opened(all)).toEqual([`open ${id}`]);
    expect(tickets(all)).toEqual({ ticket: 'example-corp/platform#1', also: [], troubles: [] });
    expect(replies(all)).toHaveLength(2);
    expect(replies(all)[1]).toContain('takes the ticket again');
  });

  it('gets what it missed, in order and once', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    failing(all, 'github', fault('refused'));
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');
    movesEnd(all, '2027-02-01');
    await tick(all, '2026-11-22');
    expect(tickets(all).troubles[0]?.owed.map(({ kind }) => kind)).toEqual([
      'commentOnTicket',
      'updateTicket',
      'commentOnTicket',
    ]);

    failing(all, 'github', null);
    await tick(all, '2026-11-23');
    await tick(all, '2026-11-24');

    const comments = all.world.did.filter((what) => what.startsWith('comment'));
    // And the rung of the escalation ladder that was reached that day.
    expect(comments).toHaveLength(3);
    expect(comments[0]).toContain('2027-03-01');
    expect(comments[1]).toContain('2027-02-01');
    expect(tickets(all).troubles).toEqual([]);
  });

  it.each`
    error                   | asked                    | why
    ${fault('refused')}     | ${['update', 'comment']} | ${'what is refused says nothing of the rest'}
    ${credentialRefused}    | ${['update']}            | ${'a credential that is refused is refused for all'}
    ${fault('unreachable')} | ${['update']}            | ${'there is nobody'}
    ${fault('gone')}        | ${['update']}            | ${'there is no ticket'}
  `('is asked $asked a round: $why', async ({ error, asked }: { error: TrackerError; asked: string[] }) => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    const tried: string[] = [];
    all.world.trackerFails = (_, what) => {
      tried.push(what.split(' ')[0] ?? '');
      return error;
    };
    movesEnd(all, '2027-03-01');
    all.world.now = '2026-11-21T09:00:00Z';
    await reconcile(id, all.deps).catch(() => undefined);

    expect(tried).toEqual(asked);
  });

  it('at one thing alone gets all the others, and is told once', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    all.world.trackerFails = (_, what) => (what === 'update' ? fault('refused', 'The file is too large') : null);
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');
    movesEnd(all, '2027-02-01');
    await tick(all, '2026-11-22');
    await tick(all, '2026-11-23');

    const comments = all.world.did.filter((what) => what.startsWith('comment'));
    expect(comments.some((what) => what.includes('2027-03-01'))).toBe(true);
    expect(comments.some((what) => what.includes('2027-02-01'))).toBe(true);
    expect(tickets(all).troubles[0]?.owed.map(({ kind }) => kind)).toEqual(['updateTicket']);
    expect(replies(all).filter((what) => what.includes('The file is too large'))).toHaveLength(1);
  });

  it('does not keep the other one from its ticket', async () => {
    const all = rememberingDeps(twoTrackers());
    failing(all, 'pagerduty', fault('refused'));
    await takeNotice(aNotice(), all.deps);

    expect(opened(all)).toEqual([`open ${id}`]);
    expect(replies(all)[0]).toContain('PagerDuty PABC123');
  });

  it('tells another reason anew', async () => {
    const all = rememberingDeps();
    failing(all, 'github', fault('refused'));
    await takeNotice(aNotice(), all.deps);
    failing(all, 'github', fault('refused', 'Turn issues on'));
    await tick(all, '2026-11-21');

    expect(replies(all)).toHaveLength(2);
    expect(replies(all)[1]).toContain('Turn issues on');
  });
});

describe('a tracker that cannot be reached', () => {
  it('is thrown when all else is done, so that the queue brings the event back', async () => {
    const all = rememberingDeps();
    failing(all, 'github', fault('unreachable'));

    await expect(takeNotice(aNotice(), all.deps)).rejects.toThrow(TrackerError);
    expect(all.world.did.filter((what) => what.startsWith('post'))).toHaveLength(1);
    expect(replies(all)).toEqual([]);

    failing(all, 'github', null);
    await takeNotice(aNotice(), all.deps);
    expect(opened(all)).toEqual([`open ${id}`]);
    expect(replies(all)).toEqual([]);
  });

  it('is told on the next day, and that it is back', async () => {
    const all = rememberingDeps();
    failing(all, 'github', fault('unreachable'));
    await takeNotice(aNotice(), all.deps).catch(() => undefined);
    await tick(all, '2026-11-21').catch(() => undefined);
    expect(replies(all)).toHaveLength(1);
    expect(replies(all)[0]).toContain('has not been reached since 20 November 2026');

    failing(all, 'github', null);
    await tick(all, '2026-11-22');
    expect(replies(all)[1]).toContain('has all that it missed');
  });
});

describe('a tracker that opens nothing again', () => {
  it('stands in nobody’s way: the thread says once that the ticket stays closed', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    const situation = await currentSituation(theMigration(all), all.deps);
    const tickets = { reopen: () => Promise.reject(fault('refused', 'Trigger a new one by hand')) };
    const again = () =>
      reopenTicket({ key: 'Q1', url: 'https://example.pagerduty.com/incidents/Q1' }, 'reopen|1', situation.situation, {
        ...all.deps,
        there: tickets,
      });
    await again();
    await again();

    expect(replies(all)).toEqual([expect.stringContaining('Q1 stays closed although the migration is open again.')]);
    expect(replies(all)[0]).toContain('Trigger a new one by hand');
  });

  it.each(['unreachable', 'gone'] as const)('is another matter when it is %s', async (kind) => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    const { situation } = await currentSituation(theMigration(all), all.deps);
    const there = { reopen: () => Promise.reject(fault(kind)) };

    await expect(reopenTicket({ key: 'Q1', url: '' }, 'k', situation, { ...all.deps, there })).rejects.toThrow(
      TrackerError,
    );
  });
});

describe('a tracker of one team', () => {
  it('keeps no other team from its ticket and its thread', async () => {
    const all = rememberingDeps();
    all.world.trackerFails = (tracker) =>
      tracker.kind === 'github' && tracker.repository === 'example-corp/payments' ? fault('unreachable') : null;

    await expect(takeNotice(aNotice({ accounts: ['444455556666', '111122223333'] }), all.deps)).rejects.toThrow(
      TrackerError,
    );

    expect(opened(all)).toEqual([`open ${id}`]);
    expect(all.world.did.filter((what) => what.startsWith('post'))).toHaveLength(2);
  });

  it('that takes the place of another one of the same system takes its ticket along', () => {
    const repository = (name: string) => ({ kind: 'github' as const, repository: `example-corp/${name}` });
    const ref = (name: string) => ({ key: `example-corp/${name}#1`, url: '', place: placeOf(repository(name)) });
    const migration = aMigration({ ticket: ref('a'), also: [ref('b')] });

    const swapped = ticketsOf(migration, aTeam({ trackers: [repository('b'), repository('a')] }));

    expect(swapped.map(({ ticket }) => ticket?.key)).toEqual(['example-corp/b#1', 'example-corp/a#1']);
  });

  it('that refuses a token opens the ticket again once it takes one: that may be mended', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    const { situation } = await currentSituation(theMigration(all), all.deps);
    const data = { tracker: 'PagerDuty', where: 'Q1', status: 401, hint: 'Store a new one' };
    const there = { reopen: () => Promise.reject(new TrackerError('refused', data)) };

    await expect(reopenTicket({ key: 'Q1', url: '' }, 'k', situation, { ...all.deps, there })).rejects.toThrow(
      TrackerError,
    );
  });
});

describe('a tracker that the team names no more', () => {
  const owing = async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    failing(all, 'github', fault('refused'));
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');
    return all;
  };
  const moveTo = (all: All, tracker: string) =>
    Object.assign(all.deps, {
      configuration: readConfiguration(
        `teams: { platform: { channel: "#platform", tracker: ${tracker} } }
defaultTeam: platform`,
        'sundial.yml',
      ),
    });

  it('is told with what its ticket misses, once, and owes nothing any more', async () => {
    const all = await owing();
    moveTo(all, pager);
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) await tick(all, day);

    expect(replies(all).filter((what) => what.includes('is not among the team'))).toHaveLength(1);
    expect(replies(all).filter((what) => what.includes('takes the ticket again'))).toEqual([]);
    expect(tickets(all)).toEqual({ ticket: 'pagerduty', also: [], troubles: [] });
  });

  it('gets what it missed where the ticket is reached by another place of the same system', async () => {
    const all = await owing();
    failing(all, 'github', null);
    moveTo(all, '{ kind: github, repository: example-corp/elsewhere }');
    await tick(all, '2026-11-22');

    expect(all.world.did.filter((what) => what.startsWith('comment') && what.includes('2027-03-01'))).toHaveLength(1);
    expect(tickets(all)).toEqual({ ticket: 'example-corp/platform#1', also: [], troubles: [] });
  });
});

describe('a ticket that somebody deleted', () => {
  it('is told once, and no second one is opened, ever', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    all.world.trackerFails = (_, what) => (what === 'readBack' || what === 'update' ? fault('gone', '') : null);
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) await tick(all, day);
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-24');

    expect(replies(all).filter((what) => what.includes('is not there any more'))).toHaveLength(1);
    expect(replies(all).filter((what) => what.includes('moved'))).toHaveLength(1);
    expect(opened(all)).toHaveLength(1);
    expect(all.world.did.filter((what) => what.startsWith('comment'))).toEqual([]);
  });
});

describe('a ticket that is seen again', () => {
  it('gets what is true by then, and the thread says so', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    let edits = 0;
    let isHidden = true;
    all.world.trackerFails = (_, what) => {
      if (isHidden && (what === 'readBack' || what === 'update')) return fault('gone', '');
      if (what === 'update') edits += 1;
      return null;
    };
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');
    isHidden = false;
    await tick(all, '2026-11-22');

    expect(opened(all)).toHaveLength(1);
    expect(edits).toBeGreaterThan(0);
    expect(replies(all).at(-1)).toContain('is not among its comments');
    expect(replies(all).filter((what) => what.includes('has not been reached'))).toEqual([]);
    expect(tickets(all).troubles).toEqual([]);
  });
});

describe('a ticket in a second tracker that is seen again', () => {
  it('gets what is true by then', async () => {
    const all = rememberingDeps(twoTrackers());
    await takeNotice(aNotice(), all.deps);
    let isHidden = true;
    all.world.trackerFails = (tracker) => (tracker.kind === 'pagerduty' && isHidden ? fault('gone', '') : null);
    movesEnd(all, '2027-03-01');
    await tick(all, '2026-11-21');
    expect(tickets(all).troubles).toMatchObject([{ fault: 'gone' }]);

    isHidden = false;
    await tick(all, '2026-11-22');
    expect(tickets(all).troubles).toEqual([]);
  });
});

describe('what people do with the ticket', () => {
  it('closing it is asked about once, with what is known of the use', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    all.world.closedByHand = true;
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) await tick(all, day);

    expect(replies(all)).toHaveLength(1);
    expect(replies(all)[0]).toContain('was closed. Is the migration done?');
    expect(all.world.did).not.toContain('reopen');
  });

  it('closing it again after opening it is asked about again', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    for (const [day, closed] of [
      ['2026-11-21', true],
      ['2026-11-22', false],
      ['2026-11-23', true],
    ] as const) {
      all.world.closedByHand = closed;
      await tick(all, day);
    }

    expect(replies(all).filter((what) => what.includes('Is the migration done?'))).toHaveLength(2);
  });

  it('whoever is assigned it leads, and the team is told', async () => {
    const all = rememberingDeps();
    await takeNotice(aNotice(), all.deps);
    all.world.assignee = 'ana';
    await tick(all, '2026-11-21');
    await tick(all, '2026-11-22');

    expect(replies(all)).toHaveLength(1);
    expect(replies(all)[0]).toContain('ana was assigned the ticket, and leads now.');
    expect(all.world.migrations.get(id)?.owner).toMatchObject({ person: 'ana', where: 'ticket' });
  });
});

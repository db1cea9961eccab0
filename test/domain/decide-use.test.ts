import { describe, expect, it } from 'vitest';
import type { Decision } from '../../domain/decide.ts';
import { decide } from '../../domain/decide.ts';
import { plusDays } from '../../domain/calendar-date.ts';
import type { Told } from '../../domain/migration.ts';
import { aCoverage, aProfile, aUsage, usageDays } from '../builders/dependent.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation } from '../builders/situation.ts';

const affected = [{ account: '111122223333', region: 'us-east-1' }];
const steady = aUsage(
  usageDays(
    '2026-10-01',
    Array.from({ length: 70 }, () => 100),
  ),
);

/** Swept on the morning of each day; quiet where no use is given. */
function on(day: string, parts: SituationParts = {}, told: Told | null = null) {
  return aSituation({
    ...parts,
    now: `${day}T09:00:00Z`,
    migration: { affected, told, ...parts.migration },
    inventory: { coverage: [aCoverage({ at: `${day}T05:00:00.000Z` })], usage: [steady], ...parts.inventory },
  });
}
const opened = (day: string, parts: SituationParts = {}) => decide(on(day, parts), [], 'same').told;
const decided = (day: string, parts: SituationParts, told: Told): Decision => decide(on(day, parts, told), [], 'same');
const kinds = ({ actions }: Decision) => actions.map(({ kind }) => kind);
const news = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === 'replyInThread' ? action.news.map(({ kind }) => kind) : []));

/** Decides day after day, as the tick does, and gives the news of each day that had any. */
function daily(
  from: string,
  days: number,
  parts: (day: string) => SituationParts,
  first: Told,
): Record<string, string[]> {
  const heard: Record<string, string[]> = {};
  let told = first;
  for (let day = from; day < plusDays(from, days); day = plusDays(day, 1)) {
    const decision = decided(day, parts(day), told);
    if (decision.actions.length === 0) continue;
    heard[day] = news(decision);
    ({ told } = decision);
  }
  return heard;
}

describe('the end of a migration', () => {
  const quiet = { inventory: { usage: [] } };
  const done = decided('2026-11-19', quiet, opened('2026-10-09'));

  it('is told in the thread and on the ticket, closes the ticket, and is an event of its own', () => {
    expect(news(done)).toEqual(['done']);
    expect(kinds(done)).toEqual(['replyInThread', 'commentOnTicket', 'closeTicket', 'publishEvent']);
    expect(done.actions.at(-1)).toMatchObject({ change: 'done' });
  });

  it('is told once, and then nothing is: not even what falls due', () => {
    const since = { migration: { status: 'done', statusSince: '2026-11-19' }, ...quiet } as const;

    expect(decided('2027-04-09', since, done.told).actions).toEqual([]);
  });

  it('comes back with what came back, opens the ticket again, and speaks of nothing that fell due meanwhile', () => {
    const since = {
      migration: { status: 'done', statusSince: '2026-11-19' },
      inventory: { usage: [aUsage(usageDays('2027-01-12', [3]))] },
    } as const;
    const back = decided('2027-01-13', since, done.told);

    expect(news(back)).toEqual(['reopened', 'stageChanged']);
    expect(kinds(back)).toEqual(['reopenTicket', 'replyInThread', 'commentOnTicket', 'publishEvent']);
    expect(back.actions.at(-1)).toMatchObject({ change: 'reopened' });
  });

  it('can be reached again, under keys of its own', () => {
    const since = {
      migration: { status: 'done', statusSince: '2026-11-19' },
      inventory: { usage: [aUsage(usageDays('2026-11-21', [3]))] },
    } as const;
    const back = decided('2026-11-22', since, done.told);
    const again = decided(
      '2026-12-05',
      { migration: { statusSince: '2026-11-22' }, inventory: { usage: [aUsage(usageDays('2026-11-21', [3]))] } },
      back.told,
    );

    expect(news(again)).toContain('done');
    const keys = [...done.actions, ...back.actions, ...again.actions].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is named the same when it is decided again after a crash, also on another day', () => {
    const keys = (day: string) => decided(day, quiet, opened('2026-10-09')).actions.map(({ key }) => key);

    expect(keys('2026-11-20')).toEqual(keys('2026-11-19'));
  });
});

describe('the ladder', () => {
  const untaken = (day: string): SituationParts => ({
    migration: { openedOn: '2026-11-02', acknowledged: null, ticketReadAt: `${day}T06:00:00.000Z` },
    inventory: { usage: [], coverage: [] },
    team: { escalation: { channel: '#on-call', onCall: 'S0123456789' } },
  });
  const start = opened('2026-11-02', untaken('2026-11-02'));

  it('tells each rung once, and never the same again', () => {
    expect(daily('2026-11-03', 60, untaken, start)).toEqual({
      '2026-11-05': ['escalated'],
      '2026-11-09': ['escalated'],
      '2026-11-16': ['escalated'],
    });
  });

  it('tells only the highest after a pause', () => {
    expect(daily('2026-11-10', 20, untaken, start)).toEqual({
      '2026-11-10': ['escalated'],
      '2026-11-16': ['escalated'],
    });
  });

  it('posts in the channel named for it, under a key that holds nothing but the rung', () => {
    const [post] = decided('2026-11-05', untaken('2026-11-05'), start).actions.filter(
      ({ kind }) => kind === 'escalate',
    );

    expect(post).toMatchObject({ channel: '#on-call', rung: { number: 1, days: 3 } });
    expect(post?.key).toMatch(/^escalate\|.*\|rung 1$/);
  });

  it('stays in the thread where no channel is named', () => {
    const alone = { ...untaken('2026-11-05'), team: {} };

    expect(kinds(decided('2026-11-05', alone, start))).toEqual(['replyInThread', 'commentOnTicket', 'publishEvent']);
  });

  it('is not climbed again when somebody takes the ticket and leaves it', () => {
    const later = { ...start, rung: 2 };

    expect(news(decided('2026-11-09', untaken('2026-11-09'), later))).toEqual([]);
    expect(news(decided('2026-11-05', untaken('2026-11-05'), later))).toEqual([]);
  });
});

describe('a model that is needed and not called', () => {
  const idle = (last: string): SituationParts => ({
    inventory: { usage: [aUsage(usageDays(last, [5]))], dependents: [aProfile()] },
  });
  const start = { ...opened('2026-11-02', idle('2026-11-01')), week: '2026-W46' };

  it('is told once for each spell', () => {
    const spell = (day: string) => idle(day < '2026-11-20' ? '2026-11-01' : '2026-11-20');
    const heard = daily('2026-11-09', 45, spell, start);
    const days = Object.entries(heard).flatMap(([day, what]) => (what.includes('idle') ? [day] : []));

    expect(days).toEqual(['2026-11-12', '2026-12-01']);
  });
});

describe('the week in numbers', () => {
  const days = (heard: Record<string, string[]>) =>
    Object.entries(heard).flatMap(([day, what]) => (what.includes('weekly') ? [day] : []));

  it('is told on the first working day of each week, and not in the week it was opened', () => {
    const heard = daily('2026-10-14', 21, () => ({}), opened('2026-10-14'));

    expect(days(heard)).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
  });

  it('waits for a holiday to pass, and knows the team’s own weekend', () => {
    const team = { workingDays: [7, 1, 2, 3, 4], holidays: ['2026-10-19'] };

    expect(days(daily('2026-10-14', 14, () => ({ team }), opened('2026-10-14', { team })))).toEqual([
      '2026-10-20',
      '2026-10-26',
    ]);
  });

  it('is silence where there is no use to tell of, or none was read', () => {
    const unread = { inventory: { coverage: [] } };
    const unused = { inventory: { usage: [], dependents: [aProfile()] } };

    expect(days(daily('2026-10-14', 14, () => unread, opened('2026-10-14')))).toEqual([]);
    expect(days(daily('2026-10-14', 14, () => unused, opened('2026-10-14')))).toEqual([]);
  });

  it('is neither written to the ticket nor an event', () => {
    expect(kinds(decided('2026-10-19', {}, opened('2026-10-14')))).toEqual(['replyInThread']);
  });
});

describe('what was told before any of this was known', () => {
  it('is taken up where it stands', () => {
    const { status, rung, idle, week, ...old } = opened('2026-11-02');

    expect([status, rung, idle, week]).toEqual(['open', 0, {}, '2026-W45']);
    expect(news(decided('2026-11-05', { inventory: { usage: [] } }, old))).toEqual(['done']);
  });
});

import type { Action } from './action.ts';
import { utcDay } from './calendar-date.ts';
import type { Word } from './lifecycle.ts';
import type { Migration, Told } from './migration.ts';
import type { News } from './news.ts';
import type { Situation } from './situation.ts';
import { saidBy, whatsNew } from './whats-new.ts';

export interface Decision {
  /** In the order to act. Empty when the team knows everything already. */
  readonly actions: readonly Action[];
  /** What the team has been told once the actions are done. */
  readonly told: Told;
}

/**
 * What a migration calls for now. A migration nobody was told of gets its ticket and root message; one that is known gets its news
 * once, in the thread and on the ticket, and its message and ticket edited where what they show has changed. Deciding again
 * after a crash gives the same keys, which the ledger refuses.
 */
export function decide(situation: Situation, heard: readonly Word[], shown: string): Decision {
  const { migration, lifecycle, timeline, now } = situation;
  const sequence = (migration.told?.sequence ?? 0) + 1;
  const told: Told = {
    stage: timeline.stage,
    dates: lifecycle.dates,
    said: saidBy(heard),
    withdrawn: lifecycle.withdrawal !== null,
    milestonesThrough: utcDay(now),
    sequence,
    shown,
  };
  if (!migration.told) return { actions: opening(migration), told };

  const news = whatsNew(situation, migration.told, heard);
  const edits = shown === migration.told.shown ? [] : editing(migration, `${sequence}`);
  return { actions: [...edits, ...telling(migration, news), ...publishing(migration, news)], told };
}

/** The ticket first, so that the message can link it; then the ticket again, to link the thread. */
function opening(migration: Migration): Action[] {
  const of = about(migration);
  return [
    of('openTicket', 'once'),
    of('postMessage', 'once'),
    of('updateTicket', 'thread'),
    { ...of('publishEvent', 'opened'), change: 'opened' },
  ];
}

function editing(migration: Migration, sequence: string): Action[] {
  const of = about(migration);
  return [of('updateMessage', sequence), of('updateTicket', sequence)];
}

/** Every piece of news goes to the thread; what changes the plan is written to the ticket as well. */
function telling(migration: Migration, news: readonly News[]): Action[] {
  if (news.length === 0) return [];
  const of = about(migration);
  const key = newsKey(migration, news);
  const planned = news.filter(({ kind }) => kind !== 'milestonesDue');
  return [
    { ...of('replyInThread', key), news },
    ...(planned.length > 0 ? [{ ...of('commentOnTicket', key), news: planned }] : []),
  ];
}

function publishing(migration: Migration, news: readonly News[]): Action[] {
  return news.length > 0 ? [{ ...about(migration)('publishEvent', newsKey(migration, news)), change: 'changed' }] : [];
}

/** Names the news by what was told before and what is told now: a date that moves back and forth is news each time. */
function newsKey({ told }: Migration, news: readonly News[]): string {
  const parts = news.map((item) => {
    switch (item.kind) {
      case 'dateMoved':
        return `${item.name}:${item.from ?? 'unknown'}>${item.to ?? 'unknown'}`;
      case 'dateDisputed':
        return `${item.said.source} ${item.name}:${item.said.value}@${item.said.asOf}`;
      case 'stageChanged':
        return item.to;
      case 'milestonesDue':
        return item.milestones.map(({ due }) => due).join(',');
      case 'withdrawn':
      case 'restored':
        return item.kind;
    }
  });
  return [String((told?.sequence ?? 0) + 1), ...parts].join(';');
}

function about({ id, team }: Migration) {
  return <Kind extends Action['kind']>(kind: Kind, of: string) => ({
    kind,
    key: [kind, id, of].join('|'),
    team,
    migrationId: id,
  });
}

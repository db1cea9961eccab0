import { about } from './about.ts';
import type { Action } from './action.ts';
import type { Word } from './lifecycle.ts';
import type { Migration, Told } from './migration.ts';
import type { News } from './news.ts';
import { newsKey } from './news-key.ts';
import { requestByPolicy } from './requested-by-policy.ts';
import type { Situation } from './situation.ts';
import { catchingUp, inAllTrackers, inTrackers, linkingTickets, openingTickets } from './ticket-actions.ts';
import { toldAfter } from './told.ts';
import { whatsNew } from './whats-new.ts';

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
  const { migration } = situation;
  if (!migration.told) return { actions: opening(situation), told: toldAfter(situation, heard, [], shown) };

  const news = whatsNew(situation, migration.told, heard);
  const edits = shown === migration.told.shown ? [] : editing(situation, shown);
  return {
    actions: [
      ...catchingUp(situation),
      ...reopening(situation, news),
      ...edits,
      ...telling(situation, news),
      ...closing(situation, news),
      ...escalating(situation, news),
      ...publishing(migration, news),
      ...comparing(situation),
    ],
    told: toldAfter(situation, heard, news, shown),
  };
}

/** Tickets first, so that the message can link the leading one; then the tickets again, to link the thread. */
function opening(situation: Situation): Action[] {
  const of = about(situation.migration);
  return [
    ...openingTickets(situation),
    ...linkingTickets(situation),
    of('postMessage', 'once'),
    ...inAllTrackers(situation)('updateTicket', 'thread'),
    { ...of('publishEvent', 'opened'), change: 'opened' },
  ];
}

/** Named by what will be shown too: of two that decide at the same moment neither edit passes for the other. */
function editing(situation: Situation, shown: string): Action[] {
  const { migration } = situation;
  const edit = `${next(migration)} ${shown}`;
  return [about(migration)('updateMessage', edit), ...inTrackers(situation)('updateTicket', edit)];
}

/** What changes no plan, and what is about the tickets themselves. */
const unwritten: ReadonlySet<News['kind']> = new Set([
  'milestonesDue',
  'weekly',
  'ticketClosed',
  'ticketTrouble',
  'ticketMended',
  'ticketLeft',
]);

/** Every piece of news goes to the thread; what changes the plan is written to the tickets as well. */
function telling(situation: Situation, news: readonly News[]): Action[] {
  if (news.length === 0) return [];
  const { migration } = situation;
  const key = newsKey(migration, news);
  const planned = news.filter(({ kind }) => !unwritten.has(kind));
  const comments = planned.length > 0 ? inTrackers(situation)('commentOnTicket', key) : [];
  return [
    { ...about(migration)('replyInThread', key), news },
    ...comments.map((comment) => ({ ...comment, news: planned })),
  ];
}

function closing(situation: Situation, news: readonly News[]): Action[] {
  return has(news, 'done') ? inTrackers(situation)('closeTicket', next(situation.migration)) : [];
}

function reopening(situation: Situation, news: readonly News[]): Action[] {
  return has(news, 'reopened') ? inTrackers(situation)('reopenTicket', next(situation.migration)) : [];
}

/** Named by the rung alone: whatever is forgotten, the ledger refuses it a second time. */
function escalating({ migration, team }: Situation, news: readonly News[]): Action[] {
  const { channel } = team.escalation;
  return news.flatMap((item) =>
    item.kind === 'escalated' && channel !== null
      ? [{ ...about(migration)('escalate', `rung ${item.rung.number}`), channel, rung: item.rung }]
      : [],
  );
}

/** Once for each replacement, where the team has cases of its own; after the opening, so that there is a thread to tell of it. */
function comparing(situation: Situation): Action[] {
  const { migration } = situation;
  const request = requestByPolicy(situation);
  if (request === null || request.key === migration.told?.asked) return [];
  const { id: migrationId, team } = migration;
  return [{ kind: 'requestComparison', key: request.key, team, migrationId, request }];
}

/** What changes nothing of the migration itself, and is no event. */
const unpublished: ReadonlySet<News['kind']> = new Set([
  'weekly',
  'ticketClosed',
  'ticketTrouble',
  'ticketMended',
  'ticketLeft',
]);

function publishing(migration: Migration, news: readonly News[]): Action[] {
  if (news.every(({ kind }) => unpublished.has(kind))) return [];
  const turned = (['done', 'reopened'] as const).find((kind) => has(news, kind));
  return [{ ...about(migration)('publishEvent', newsKey(migration, news)), change: turned ?? 'changed' }];
}

function has(news: readonly News[], kind: News['kind']): boolean {
  return news.some((item) => item.kind === kind);
}

/** Counts what is told. */
function next({ told }: Migration): string {
  return String((told?.sequence ?? 0) + 1);
}

import type { Migration } from './migration.ts';
import type { News } from './news.ts';

/** Names the news by what was told before and what is told now: a date that moves back and forth is news each time. */
export function newsKey({ told }: Migration, news: readonly News[]): string {
  return [String((told?.sequence ?? 0) + 1), ...news.map(name)].join(';');
}

function name(item: News): string {
  switch (item.kind) {
    case 'dateMoved':
      return `${item.name}:${item.from ?? 'unknown'}>${item.to ?? 'unknown'}`;
    case 'dateDisputed':
      return `${item.said.source} ${item.name}:${item.said.value}@${item.said.asOf}`;
    case 'stageChanged':
      return item.to;
    case 'milestonesDue':
      return item.milestones.map(({ due }) => due).join(',');
    case 'escalated':
      return `rung ${item.rung.number}`;
    case 'idle':
      return item.accounts.map(({ account, lastUsedOn }) => `idle ${account}@${lastUsedOn ?? 'never'}`).join(',');
    case 'weekly':
      return item.week;
    case 'owned':
      return `owner ${item.owner.person}@${item.owner.at}`;
    case 'snoozed':
      return `snooze ${item.snooze.until}@${item.snooze.at}`;
    case 'arranged':
      return `arrangement ${item.arrangement.until}@${item.arrangement.at}`;
    case 'chosen':
      return `chosen ${item.chosen.modelId}@${item.chosen.at}`;
    case 'compared':
      return `compared ${item.comparison.runId}`;
    case 'ticketClosed':
      return `closed ${item.at}`;
    case 'ticketTrouble':
      return `${item.trouble.fault} ${system(item.trouble.place)}@${item.trouble.since}`;
    case 'ticketLeft':
      return `left ${system(item.trouble.place)}@${item.trouble.since}`;
    case 'ticketMended':
      return `mended ${system(item.place)}`;
    case 'withdrawn':
    case 'restored':
    case 'done':
    case 'reopened':
      return item.kind;
  }
}

/** A place may hold an address that is nobody else's business, and keys stand in tickets. */
function system(place: string): string {
  return place.split(' ')[0] ?? '';
}

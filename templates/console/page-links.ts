import { slug } from './html.ts';
import type { ConsoleView } from './view.ts';

/** Where an address leads: to a place on this page where it stands for one, else to itself. */
export type PageLinks = (url: string) => string;

export function ticketAnchor(key: string): string {
  return `ticket-${slug(key)}`;
}

export function messageAnchor(channel: string, ts: string): string {
  return `message-${slug(channel)}-${slug(ts)}`;
}

export function migrationAnchor(migrationId: string): string {
  return `migration-${slug(migrationId)}`;
}

export function teamAnchor(team: string): string {
  return `team-${slug(team)}`;
}

/** Tickets and messages that the page shows are linked to where it shows them. */
export function pageLinks({ tickets, channels, situations }: ConsoleView): PageLinks {
  const anchors = new Map(tickets.map(({ url, key }) => [url, ticketAnchor(key)]));
  const shown = new Set(channels.flatMap(({ id, messages }) => messages.map(({ ts }) => messageAnchor(id, ts))));
  for (const { migration } of situations) {
    const { thread } = migration;
    if (!thread?.permalink) continue;
    const place = messageAnchor(thread.channel, thread.ts);
    if (shown.has(place)) anchors.set(thread.permalink, place);
  }
  return (url) => {
    const place = anchors.get(url);
    return place ? `#${place}` : url;
  };
}

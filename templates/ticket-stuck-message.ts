import type { TicketRef } from '../domain/migration.ts';
import { section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';

/** That a ticket stays closed although the migration is open again, and what to do about it. */
export function ticketStuckMessage({ key, url }: TicketRef, hint: string | null): Message {
  const advice = hint ?? 'Open it by hand, if it is needed.';
  const stays = 'stays closed although the migration is open again.';
  return {
    text: spoken([`${spokenWords.text(key)} ${stays}`, spokenWords.text(advice)]),
    blocks: [section([`${mrkdwn.link(url, key)} ${stays}`, mrkdwn.text(advice)])],
  };
}

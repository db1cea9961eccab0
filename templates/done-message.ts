import type { Situation } from '../domain/situation.ts';
import { context, header, linkButton, section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { clipped } from './text.ts';
import { doneLead } from './words-done.ts';

/** The root message once a migration is done; it names no day that passes, so it is edited once. */
export function doneMessage({ migration, modelName, presence }: Situation): Message {
  const { ticket, modelId, team } = migration;
  const button = ticket && linkButton(`Open ${ticket.key}`, ticket.url, 'open-ticket');
  const model = `${mrkdwn.bold(modelName)} (${mrkdwn.code(modelId)})`;
  const links = ticket ? [`Ticket ${mrkdwn.link(ticket.url, ticket.key)}, closed`] : [];
  return {
    text: spoken(doneLead(migration, presence.burnDown, spokenWords.text(modelName), spokenWords)),
    blocks: [
      header(`${clipped(modelName, 100)}: done`),
      section(doneLead(migration, presence.burnDown, model, mrkdwn)),
      context([[...links, `Team ${mrkdwn.text(team)}`].join(' · ')]),
      ...(button ? [button] : []),
    ],
  };
}

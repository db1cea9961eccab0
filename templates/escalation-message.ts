import type { Rung } from '../domain/ladder.ts';
import type { Situation } from '../domain/situation.ts';
import { context, section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised } from './text.ts';
import { countdown } from './words-deadline.ts';
import { mention, rungReason } from './words-use-news.ts';

/** Told in the channel named for it when a team does not act: what, since when, and where to look. */
export function escalationMessage(rung: Rung, situation: Situation): Message {
  const { migration, modelName, team } = situation;
  const { ticket, thread } = migration;
  const links = [
    ...(ticket ? [`Ticket ${mrkdwn.link(ticket.url, ticket.key)}`] : []),
    ...(thread?.permalink ? [mrkdwn.link(thread.permalink, 'The thread')] : []),
  ];
  const about = (name: string, owner: string) => `Team ${owner} must leave ${name}: ${rungReason(rung)}.`;
  const left = `${capitalised(countdown(situation))}.`;
  return {
    text: spoken([about(spokenWords.text(modelName), spokenWords.text(team.name)), left]),
    blocks: [
      section([`${mention(team.escalation.onCall)}${about(mrkdwn.bold(modelName), mrkdwn.bold(team.name))}`, left]),
      context([[...links, `rung ${rung.number} of the escalation ladder`].join(' · ')]),
    ],
  };
}

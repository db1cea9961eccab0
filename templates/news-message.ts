import type { News } from '../domain/news.ts';
import type { Situation } from '../domain/situation.ts';
import { context, section, spoken } from './blocks.ts';
import { mrkdwn } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised } from './text.ts';
import { countdown, standing } from './words-lifecycle.ts';
import { newsWords } from './words-news.ts';
import { currentPhase } from './words-plan.ts';

/** One reply in the migration's thread that tells everything new at once. */
export function newsMessage(news: readonly News[], situation: Situation): Message {
  const told = news.map((piece) => newsWords(piece, situation, mrkdwn));
  const lines = told.flatMap(([first = '', ...rest]) => [first, ...rest.map((line) => `• ${line}`)]);
  const { migration } = situation;
  const ticket = migration.ticket ? ` · ${mrkdwn.link(migration.ticket.url, migration.ticket.key)}` : '';

  return {
    text: spoken([`${mrkdwn.text(situation.modelName)}:`, ...told.flatMap((sentences) => sentences.slice(0, 2))]),
    blocks: [section(lines), context([`${capitalised(countdown(situation))}. ${whatNow(situation)}${ticket}`])],
  };
}

function whatNow(situation: Situation): string {
  return situation.timeline.phases.length > 0 ? currentPhase(situation) : `${capitalised(standing(situation))}.`;
}

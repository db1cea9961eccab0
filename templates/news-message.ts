import type { News } from '../domain/news.ts';
import type { Situation } from '../domain/situation.ts';
import { context, section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised } from './text.ts';
import { countdown } from './words-deadline.ts';
import { newsWords } from './words-news.ts';
import { currentPhase } from './words-plan.ts';

/** One reply in the migration's thread that tells everything new at once. */
export function newsMessage(news: readonly News[], situation: Situation): Message {
  const { modelName, migration } = situation;
  const phase = currentPhase(situation);
  const lines = news.flatMap((piece) => {
    const [first, ...rest] = newsWords(piece, situation, mrkdwn);
    return [first, ...rest.map((line) => `• ${line}`)];
  });
  const standing = [
    `${capitalised(countdown(situation))}.`,
    ...(phase ? [phase] : []),
    ...(migration.ticket ? [mrkdwn.link(migration.ticket.url, migration.ticket.key)] : []),
  ].join(' ');

  return {
    text: spoken([
      `${spokenWords.text(modelName)}:`,
      ...news.map((piece) => newsWords(piece, situation, spokenWords)[0]),
    ]),
    blocks: [section(lines), context([standing])],
  };
}

import type { News } from '../domain/news.ts';
import type { Situation } from '../domain/situation.ts';
import { context, section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised } from './text.ts';
import { burnDownChart } from './words-burn-down.ts';
import { countdown } from './words-deadline.ts';
import { watcherWords } from './words-decisions.ts';
import { newsWords } from './words-news.ts';
import { currentPhase } from './words-plan.ts';
import { mention } from './words-use-news.ts';

/** One reply in the migration's thread that tells everything new at once. */
export function newsMessage(news: readonly News[], situation: Situation): Message {
  const { modelName, migration } = situation;
  const phase = currentPhase(situation);
  const lines = news.flatMap((piece) => {
    const [first, ...rest] = newsWords(piece, situation, mrkdwn);
    return [first, ...rest.map((line) => `• ${line}`)];
  });
  const chart = news.some(({ kind }) => kind === 'weekly') ? burnDownChart(situation.presence.burnDown) : null;
  const onCall = news.some(({ kind }) => kind === 'escalated') ? mention(situation.team.escalation.onCall) : '';
  // In a section, since a name in small print calls nobody.
  const calls = watcherWords(situation.watchers, mrkdwn);
  const standing = [
    ...(migration.status === 'done' ? [] : [`${capitalised(countdown(situation))}.`]),
    ...(phase && migration.status === 'open' ? [phase] : []),
    ...(migration.ticket ? [mrkdwn.link(migration.ticket.url, migration.ticket.key)] : []),
  ].join(' ');

  return {
    text: spoken([
      `${spokenWords.text(modelName)}:`,
      ...news.flatMap((piece) => newsWords(piece, situation, spokenWords)),
    ]),
    blocks: [
      section([`${onCall}${lines[0] ?? ''}`, ...lines.slice(1), ...(calls === '' ? [] : [calls])]),
      ...(chart ? [section(['```', ...chart, '```'])] : []),
      ...(standing === '' ? [] : [context([standing])]),
    ],
  };
}

import type { Situation } from '../../domain/situation.ts';
import { mrkdwn } from '../markup.ts';
import { capitalised, longDate } from '../text.ts';
import { countdown, deadline, endIsUnknown, standing, withdrawalWords } from '../words-deadline.ts';
import { bindingWord, saidBy } from '../words-lifecycle.ts';
import { replacementInShort } from '../words-replacement.ts';

/** One migration in App Home: stage, what binds it, where to go, who leads. */
export function homeLines(situation: Situation, user: string): string[] {
  const { migration, modelName, lifecycle, timeline } = situation;
  const withdrawn = withdrawalWords(lifecycle, mrkdwn);
  const due = deadline(situation);
  const word = timeline.binding && bindingWord(lifecycle, timeline.binding.name);
  return [
    `*${capitalised(countdown(situation))}* · ${mrkdwn.bold(modelName)} · team ${mrkdwn.text(migration.team)}`,
    `${withdrawn ? `Access was ${withdrawn}` : `It ${standing(situation)}`}.`,
    ...(due && word ? [`${capitalised(due)}, says ${saidBy(word, mrkdwn)}.`] : []),
    ...(endIsUnknown(lifecycle) ? ['Nobody gives an end of life date. Finding it is the first task.'] : []),
    `Replacement: ${replacementInShort(situation, mrkdwn)}. Owner: ${owner(situation, user)}.${places(situation)}`,
    ...resting(situation),
  ];
}

/** One migration in a line, with the way to its thread. */
export function homeLine(situation: Situation): string {
  const { migration, modelName } = situation;
  const name = migration.thread?.permalink
    ? mrkdwn.link(migration.thread.permalink, modelName)
    : mrkdwn.bold(modelName);
  return `• ${name}, team ${mrkdwn.text(migration.team)}: ${countdown(situation)}`;
}

function owner({ migration }: Situation, user: string): string {
  if (!migration.owner) return 'nobody yet';
  return migration.owner.person === user ? 'you' : mrkdwn.person(migration.owner.person);
}

function places({ migration: { ticket, thread } }: Situation): string {
  return [
    ticket ? ` Ticket: ${mrkdwn.link(ticket.url, ticket.key)}.` : '',
    thread?.permalink ? ` ${mrkdwn.link(thread.permalink, 'The thread')}.` : '',
  ].join('');
}

function resting({ migration: { snooze, arrangement }, resting: why }: Situation): string[] {
  if (why === 'snoozed' && snooze) return [`Reminders rest until ${longDate(snooze.until)}.`];
  if (why === 'arranged' && arrangement)
    return [`Private arrangement with the provider, to the end of ${longDate(arrangement.until)}.`];
  return [];
}

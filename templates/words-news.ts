import { daysBetween } from '../domain/calendar-date.ts';
import type { DateName, Word } from '../domain/lifecycle.ts';
import type { News } from '../domain/news.ts';
import { restrictionsAt } from '../domain/restrictions.ts';
import type { Situation } from '../domain/situation.ts';
import type { Markup } from './markup.ts';
import { capitalised, counted, listed, longDate } from './text.ts';
import { dateWords, regionWords, saidBy, stageWords } from './words-lifecycle.ts';
import { milestoneName } from './words-plan.ts';

type Told<Kind extends News['kind']> = Extract<News, { kind: Kind }>;

/** One piece of news in whole sentences, a line each. */
export function newsWords(news: News, situation: Situation, markup: Markup): readonly string[] {
  switch (news.kind) {
    case 'dateMoved':
      return [dateMoved(news, markup)];
    case 'dateDisputed':
      return [dateDisputed(news, markup)];
    case 'stageChanged':
      return stageChanged(news);
    case 'milestonesDue':
      return [milestonesDue(news)];
    case 'withdrawn':
      return withdrawn(situation, markup);
    case 'restored':
      return ['Access is back: it is no longer withdrawn. The dates that sources give count again.'];
  }
}

function dateMoved({ name, from, to, said }: Told<'dateMoved'>, markup: Markup): string {
  const what = subject(name);
  const says = said ? `, says ${saidBy(said, markup)}` : '';
  if (!to)
    return from
      ? `Nobody gives ${dateWords[name]} any more; it was ${longDate(from)}.`
      : `Nobody gives ${dateWords[name]}.`;
  if (!from) return `${what} is now known: ${markup.bold(longDate(to))}${says}.`;
  const days = daysBetween(from, to);
  const which = `${counted(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;
  return `${what} moved from ${longDate(from)} to ${markup.bold(longDate(to))} (${which})${says}.`;
}

function dateDisputed({ name, said, binding }: Told<'dateDisputed'>, markup: Markup): string {
  return (
    `${capitalised(saysThat(said, markup))} for ${dateWords[name]}, ` +
    `but ${saysThat(binding, markup)}. The earlier date, ${markup.bold(longDate(binding.value))}, still binds.`
  );
}

function stageChanged({ from, to }: Told<'stageChanged'>): string[] {
  const known = new Set(restrictionsAt(from).map(({ name }) => name));
  const added = restrictionsAt(to).filter(({ name }) => !known.has(name));
  return [`The model is now ${stageWords[to]}; it was ${stageWords[from]}.`, ...added.map(({ text }) => text)];
}

function milestonesDue({ milestones }: Told<'milestonesDue'>): string {
  const said = milestones.map((milestone) => `${milestoneName(milestone)} (${longDate(milestone.due)})`);
  return `${said.length === 1 ? 'A milestone is' : `${said.length} milestones are`} due: ${listed(said)}.`;
}

function withdrawn({ lifecycle: { withdrawal } }: Situation, markup: Markup): string[] {
  const who = withdrawal ? `${regionWords(withdrawal.region)}, says ${saidBy(withdrawal, markup)}` : '';
  return [
    `Access to the model was withdrawn${who}. Requests may already fail.`,
    'There is no timeline to plan by: move what still calls it, starting today.',
  ];
}

function saysThat(word: Word, markup: Markup): string {
  return `${saidBy(word, markup)}, gives ${longDate(word.value)}${regionWords(word.region)}`;
}

function subject(name: DateName): string {
  return name === 'noSoonerThan' ? 'The floor under end of life' : capitalised(dateWords[name]);
}

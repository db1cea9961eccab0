import { daysBetween } from '../domain/calendar-date.ts';
import type { Word } from '../domain/lifecycle.ts';
import type { News } from '../domain/news.ts';
import { restrictionsAt } from '../domain/restrictions.ts';
import type { Situation } from '../domain/situation.ts';
import type { Markup } from './markup.ts';
import { capitalised, counted, listed, longDate } from './text.ts';
import { burnDownWords } from './words-burn-down.ts';
import { withdrawalWords, withdrawnAdvice } from './words-deadline.ts';
import { dateWords, regionName, saidBy, stageWords } from './words-lifecycle.ts';
import { milestoneName } from './words-plan.ts';
import { comparisonWords } from './words-comparison.ts';
import { arrangedWords, chosenWords, ownedWords, snoozedWords } from './words-decisions.ts';
import { ticketClosedWords, ticketLeftWords, ticketMendedWords, ticketTroubleWords } from './words-ticket-news.ts';
import { doneWords, escalatedWords, idleWords, reopenedWords } from './words-use-news.ts';

type Told<Kind extends News['kind']> = Extract<News, { kind: Kind }>;

/** One piece of news: the first line says it, the others what follows from it. */
export function newsWords(news: News, situation: Situation, markup: Markup): readonly [string, ...string[]] {
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
      return [`Access is ${withdrawalWords(situation.lifecycle, markup) ?? 'withdrawn'}.`, withdrawnAdvice];
    case 'restored':
      return ['Access is back: it is no longer withdrawn. The dates that sources give count again.'];
    case 'done':
      return doneWords(news);
    case 'reopened':
      return reopenedWords(news.returned);
    case 'escalated':
      return escalatedWords(news.rung, situation.team, markup);
    case 'idle':
      return idleWords(news.accounts, markup);
    case 'owned':
      return ownedWords(news.owner, markup);
    case 'snoozed':
      return snoozedWords(news.snooze, situation, markup);
    case 'arranged':
      return arrangedWords(news.arrangement, markup);
    case 'chosen':
      return chosenWords(news.chosen, markup);
    case 'compared':
      return comparisonWords(news.comparison, markup);
    case 'ticketClosed':
      return ticketClosedWords(situation, markup);
    case 'ticketTrouble':
      return ticketTroubleWords(news.trouble, situation, markup);
    case 'ticketMended':
      return ticketMendedWords(news, markup);
    case 'ticketLeft':
      return ticketLeftWords(news.trouble, markup);
    case 'weekly':
      return ['The week in numbers.', ...burnDownWords(situation.presence.burnDown)];
  }
}

function dateMoved({ name, from, to, said }: Told<'dateMoved'>, markup: Markup): string {
  const what = capitalised(dateWords[name]);
  const says = said ? `, says ${saidBy(said, markup)}` : '';
  if (!to) return `${what} is not known any more${from ? `: nobody gives ${longDate(from)} now` : ''}.`;
  if (!from) return `${what} is now known: ${markup.bold(longDate(to))}${says}.`;
  const days = daysBetween(from, to);
  const which = `${counted(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;
  return `${what} moved from ${longDate(from)} to ${markup.bold(longDate(to))} (${which})${says}.`;
}

function dateDisputed({ name, said, binding }: Told<'dateDisputed'>, markup: Markup): string {
  const regions = said.region === binding.region ? null : markup;
  return (
    `${capitalised(dateWords[name])} is disputed: ${saysThat(said, markup, regions)}, ` +
    `but ${saysThat(binding, markup, regions)}. The earlier date, ${markup.bold(longDate(binding.value))}, still binds.`
  );
}

function stageChanged({ from, to }: Told<'stageChanged'>): readonly [string, ...string[]] {
  const known = new Set(restrictionsAt(from).map(({ name }) => name));
  const added = restrictionsAt(to).filter(({ name }) => !known.has(name));
  return [`The model is now ${stageWords[to]}; it was ${stageWords[from]}.`, ...added.map(({ text }) => text)];
}

function milestonesDue({ milestones }: Told<'milestonesDue'>): string {
  const said = milestones.map((milestone) => `${milestoneName(milestone)} (${longDate(milestone.due)})`);
  return said.length === 1
    ? `A milestone is due: ${listed(said)}.`
    : `${said.length} milestones are due: ${listed(said)}.`;
}

function saysThat(word: Word, markup: Markup, regions: Markup | null): string {
  const where = regions ? ` for ${regionName(word.region, regions)}` : '';
  return `${saidBy(word, markup)} gives ${longDate(word.value)}${where}`;
}

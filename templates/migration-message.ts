import type { KnownBlock } from '@slack/types';
import { daysBetween, utcDay } from '../domain/calendar-date.ts';
import type { Situation } from '../domain/situation.ts';
import { context, fitting, header, linkButton, section, spoken, titled } from './blocks.ts';
import type { Markup } from './markup.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised, clipped, firstOf, longDate, relativeDays } from './text.ts';
import { affectedAccounts, affectedCounts, affectedRegions } from './words-affected.ts';
import {
  countdown,
  deadline,
  dearer,
  endIsUnknown,
  noArrangement,
  standing,
  withdrawalWords,
  withdrawnAdvice,
} from './words-deadline.ts';
import { disagreementWords } from './words-disagreement.ts';
import {
  bindingWord,
  dateLabel,
  datesOfWithdrawn,
  floorNote,
  regionName,
  saidBy,
  shownDates,
} from './words-lifecycle.ts';
import { currentPhase, nextMilestone, planNote } from './words-plan.ts';
import { priceWords } from './words-price.ts';
import { replacementInShort, replacementWords } from './words-replacement.ts';

/** Prices named in the message; the ticket has more room. */
const mostPrices = 5;

/** The root message of a migration's thread: all that is true now, edited in place as it changes. */
export function migrationMessage(situation: Situation): Message {
  const { migration, lifecycle, modelName } = situation;
  const ticket = migration.ticket && linkButton(`Open ${migration.ticket.key}`, migration.ticket.url, 'open-ticket');

  return {
    text: spoken(summary(situation)),
    blocks: fitting(
      [
        header(`${clipped(modelName, 100)}: ${countdown(situation)}`),
        section(lead(situation)),
        titled('Dates', dates(situation)),
      ],
      [
        ...optional(
          'Disagreement',
          lifecycle.disagreements.map((said) => disagreementWords(said, mrkdwn)),
        ),
        titled('Replacement', replacementWords(situation, mrkdwn)),
        ...optional('Plan', plan(situation)),
        titled('Affected', affected(situation)),
        ...optional('Prices announced', migration.prices.slice(0, mostPrices).map(priceWords)),
      ],
      [context([footer(situation)]), ...(ticket ? [ticket] : [])],
      migration.ticket ? 'There is more than fits here: the ticket has the rest.' : 'There is more than fits here.',
    ),
  };
}

function summary(situation: Situation): string[] {
  const { migration, lifecycle, modelName, timeline } = situation;
  const due = deadline(situation);
  const binding = timeline.binding && bindingWord(lifecycle, timeline.binding.name);
  return [
    `${spokenWords.text(modelName)} (team ${spokenWords.text(migration.team)}) ${state(situation, spokenWords)}.`,
    due && binding ? `${capitalised(due)}, says ${saidBy(binding, spokenWords)}.` : '',
    endIsUnknown(lifecycle) ? 'Nobody gives an end of life date; finding it is the first task.' : '',
    `Affected: ${affectedCounts(migration.affected)}.`,
    `Replacement: ${replacementInShort(situation, spokenWords)}.`,
    migration.ticket ? `Ticket: ${spokenWords.text(migration.ticket.key)}.` : '',
  ];
}

function lead(situation: Situation): string[] {
  const { modelName, lifecycle, timeline, migration } = situation;
  const id = mrkdwn.code(migration.modelId);
  const model = modelName === migration.modelId ? id : `${mrkdwn.bold(modelName)} (${id})`;
  const lines = [`${model} ${state(situation, mrkdwn)}.`];
  if (lifecycle.withdrawal) return [...lines, withdrawnAdvice];

  const due = deadline(situation);
  if (due) lines.push(`*Leave it in time:* ${due}${timeline.binding?.name === 'extendedAccess' ? `; ${dearer}` : ''}.`);
  if (timeline.stage === 'endOfLife') lines.push(noArrangement);
  if (endIsUnknown(lifecycle)) lines.push('Nobody gives an end of life date. *Finding it is the first task.*');
  return lines;
}

function state(situation: Situation, markup: Markup): string {
  const withdrawal = withdrawalWords(situation.lifecycle, markup);
  return withdrawal ? `is gone: access was ${withdrawal}` : standing(situation);
}

function dates({ lifecycle, byRegion, now }: Situation): string[] {
  const today = utcDay(now);
  const lead = datesOfWithdrawn(lifecycle);
  const lines = shownDates.flatMap((name) => {
    const word = bindingWord(lifecycle, name);
    if (!word) return name === 'endOfLife' ? ['• End of life: no date is known'] : [];
    const away = lifecycle.withdrawal ? '' : ` (${relativeDays(daysBetween(today, word.value))})`;
    const note = name === 'noSoonerThan' ? ` (${floorNote})` : away;
    return [`• ${dateLabel(name)}: *${longDate(word.value)}*${note}, says ${saidBy(word, mrkdwn)}`];
  });
  return [
    ...(lead === null ? [] : [lead]),
    ...(lifecycle.withdrawal && lifecycle.sources.length === 0 ? [] : lines),
    ...(byRegion.length > 0 ? ['The affected Regions differ: these are the earliest, the ticket has each.'] : []),
  ];
}

function plan(situation: Situation): string[] {
  const phase = currentPhase(situation);
  const next = nextMilestone(situation);
  const note = planNote(situation);
  return [...(phase ? [phase] : []), ...(next ? [`Next milestone: ${next}.`] : []), ...(note ? [note] : [])];
}

function affected({ migration }: Situation): string[] {
  const counts = `${capitalised(affectedCounts(migration.affected))}.`;
  if (migration.affected.length === 0) return [counts];
  const accounts = affectedAccounts(migration.affected).map(({ account }) => mrkdwn.code(account));
  const regions = affectedRegions(migration.affected).map((region) => regionName(region, mrkdwn));
  return [counts, `Accounts: ${firstOf(accounts, 10)}`, `Regions: ${firstOf(regions, 12)}`];
}

function footer({ migration, now }: Situation): string {
  const ticket = migration.ticket ? [`Ticket ${mrkdwn.link(migration.ticket.url, migration.ticket.key)}`] : [];
  const team = `Team ${mrkdwn.text(migration.team)}`;
  return [...ticket, team, `as of ${longDate(utcDay(now))}, UTC`, 'news goes to the thread'].join(' · ');
}

function optional(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length > 0 ? [titled(title, lines)] : [];
}

import type { KnownBlock } from '@slack/types';
import { utcDay, daysBetween } from '../domain/calendar-date.ts';
import type { Situation } from '../domain/situation.ts';
import { context, fitting, header, linkButton, section, spoken, titled } from './blocks.ts';
import { mrkdwn } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised, firstOf, longDate, relativeDays } from './text.ts';
import { affectedAccounts, affectedCounts, affectedRegions } from './words-affected.ts';
import {
  bindingWord,
  countdown,
  dateLabel,
  deadline,
  disagreementWords,
  floorNote,
  saidBy,
  shownDates,
  standing,
  regionName,
} from './words-lifecycle.ts';
import { currentPhase, nextMilestone, planNote } from './words-plan.ts';
import { priceWords } from './words-price.ts';
import { replacementInShort, replacementWords } from './words-replacement.ts';

/** The root message of a migration's thread: all that is true now, edited in place as it changes. */
export function migrationMessage(situation: Situation): Message {
  const { migration, lifecycle } = situation;
  const ticket = migration.ticket && linkButton(`Open ${migration.ticket.key}`, migration.ticket.url, 'open-ticket');

  return {
    text: spoken(summary(situation)),
    blocks: fitting(
      [header(headline(situation)), section(lead(situation)), titled('Dates', dates(situation))],
      [
        ...optional(
          'Disagreement',
          lifecycle.disagreements.map((said) => disagreementWords(said, mrkdwn)),
        ),
        titled('Replacement', replacementWords(situation, mrkdwn)),
        ...optional('Plan', plan(situation)),
        titled('Affected', affected(situation)),
        ...optional('Prices announced', migration.prices.slice(0, 5).map(priceWords)),
      ],
      [context(footer(situation)), ...(ticket ? [ticket] : [])],
      migration.ticket ? 'More than fits here: the ticket has the rest.' : 'More than fits here.',
    ),
  };
}

function headline(situation: Situation): string {
  const tail = `: ${countdown(situation)}`;
  return `${[...situation.modelName].slice(0, 100).join('')}${tail}`;
}

function summary(situation: Situation): string[] {
  const { migration, lifecycle } = situation;
  const due = deadline(situation);
  return [
    `${mrkdwn.text(situation.modelName)} (team ${mrkdwn.text(migration.team)}): ${standing(situation)}.`,
    lifecycle.withdrawal || !due ? '' : `${capitalised(due)}.`,
    lifecycle.withdrawal || lifecycle.dates.endOfLife
      ? ''
      : 'Nobody gives an end of life date yet; finding it is the first task.',
    `Affected: ${affectedCounts(migration.affected)}.`,
    `Replacement: ${replacementInShort(situation, mrkdwn)}.`,
    migration.ticket ? `Ticket: ${mrkdwn.text(migration.ticket.key)}.` : '',
  ];
}

function lead(situation: Situation): string[] {
  const { modelName, lifecycle, timeline, migration } = situation;
  const due = deadline(situation);
  const model = `${mrkdwn.bold(modelName)} (${mrkdwn.code(migration.modelId)})`;
  const lines = [`${model}: ${standing(situation)}.`];
  if (lifecycle.withdrawal) {
    return [
      ...lines,
      `Says ${saidBy(lifecycle.withdrawal, mrkdwn)}. Requests may already fail.`,
      'There is no timeline to plan by: move what still calls it, starting today.',
    ];
  }
  if (due && timeline.stage !== 'endOfLife') lines.push(`Leave it in time: ${due}.`);
  if (timeline.binding?.name === 'extendedAccess') lines.push('From then on the provider may charge more.');
  if (timeline.stage === 'endOfLife')
    lines.push('Requests fail unless there is a private arrangement with the provider.');
  if (!lifecycle.dates.endOfLife) lines.push('Nobody gives an end of life date. *Finding it is the first task.*');
  return lines;
}

function dates({ lifecycle, byRegion, now }: Situation): string[] {
  const today = utcDay(now);
  const known = shownDates.flatMap((name) => {
    const word = bindingWord(lifecycle, name);
    if (!word) return name === 'endOfLife' ? ['• End of life: no date known'] : [];
    const when = name === 'noSoonerThan' ? floorNote : relativeDays(daysBetween(today, word.value));
    return [`• ${dateLabel(name)}: *${longDate(word.value)}* (${when}), says ${saidBy(word, mrkdwn)}`];
  });
  if (lifecycle.withdrawal) known.unshift('Given before access was withdrawn, and no longer to be planned by:');
  if (byRegion.length > 0)
    known.push('The affected Regions differ; the earliest dates are shown, the ticket has each.');
  return known;
}

function plan(situation: Situation): string[] {
  const { timeline } = situation;
  const next = nextMilestone(situation);
  const note = planNote(situation);
  return [
    ...(timeline.phases.length > 0 ? [currentPhase(situation)] : []),
    ...(next ? [`Next milestone: ${next}.`] : []),
    ...(note ? [note] : []),
  ];
}

function affected({ migration }: Situation): string[] {
  const accounts = affectedAccounts(migration.affected).map(({ account }) => mrkdwn.code(account));
  const regions = affectedRegions(migration.affected).map((region) => mrkdwn.text(regionName(region)));
  return [
    `${capitalised(affectedCounts(migration.affected))}.`,
    ...(accounts.length > 0 ? [`Accounts: ${firstOf(accounts, 10)}`, `Regions: ${firstOf(regions, 12)}`] : []),
  ];
}

function footer({ migration, now }: Situation): string[] {
  const ticket = migration.ticket ? `Ticket ${mrkdwn.link(migration.ticket.url, migration.ticket.key)} · ` : '';
  return [
    `${ticket}Team ${mrkdwn.text(migration.team)} · as of ${longDate(utcDay(now))} (UTC) · news goes to the thread`,
  ];
}

function optional(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length > 0 ? [titled(title, lines)] : [];
}

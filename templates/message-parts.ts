import { daysBetween, utcDay } from '../domain/calendar-date.ts';
import type { Situation } from '../domain/situation.ts';
import { mrkdwn } from './markup.ts';
import { capitalised, firstOf, longDate, relativeDays } from './text.ts';
import { affectedAccounts, affectedCounts, affectedRegions } from './words-affected.ts';
import { dependentCounts, unknownPlaces } from './words-dependents.ts';
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

/** The dates with who said them. */
export function messageDates({ lifecycle, byRegion, now }: Situation): string[] {
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

/** What to do now, and what comes next. */
export function messagePlan(situation: Situation): string[] {
  const phase = currentPhase(situation);
  const next = nextMilestone(situation);
  const note = planNote(situation);
  return [...(phase ? [phase] : []), ...(next ? [`Next milestone: ${next}.`] : []), ...(note ? [note] : [])];
}

/** Where the team is affected, what rests on the model there, and what could not be read. */
export function messageAffected({ migration, presence }: Situation): string[] {
  const counts = `${capitalised(affectedCounts(migration.affected))}.`;
  const { dependents, reading } = presence;
  const unknown = reading.tried ? unknownPlaces(reading.unknown, mrkdwn) : null;
  const found = dependents.length > 0 ? [dependentCounts(dependents)] : [];
  const more = [...found, ...(unknown === null ? [] : [unknown])];
  if (migration.affected.length === 0) return [counts, ...more];
  const accounts = affectedAccounts(migration.affected).map(({ account }) => mrkdwn.code(account));
  const regions = affectedRegions(migration.affected).map((region) => regionName(region, mrkdwn));
  return [counts, `Accounts: ${firstOf(accounts, 10)}`, `Regions: ${firstOf(regions, 12)}`, ...more];
}

/** Where to read on, and as of when this is true. */
export function messageFooter({ migration, now }: Situation): string {
  const ticket = migration.ticket ? [`Ticket ${mrkdwn.link(migration.ticket.url, migration.ticket.key)}`] : [];
  const team = `Team ${mrkdwn.text(migration.team)}`;
  return [...ticket, team, `as of ${longDate(utcDay(now))}, UTC`, 'news goes to the thread'].join(' · ');
}

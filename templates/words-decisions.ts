import type { DateThatMatters } from '../domain/dates-that-matter.ts';
import type { Arrangement, Chosen, Owner, Snooze } from '../domain/decisions.ts';
import type { Situation } from '../domain/situation.ts';
import type { Silenced, SnoozeLimit } from '../domain/snooze.ts';
import { silencedUntil } from '../domain/snooze.ts';
import type { Markup } from './markup.ts';
import { firstOf, longDate, longDay } from './text.ts';
import { dateWords } from './words-lifecycle.ts';
import { milestoneName } from './words-plan.ts';

type Words = readonly [string, ...string[]];

/** Whoever leads, as Slack or the tracker knows them. */
export function ownerName({ person, where }: Owner, markup: Markup): string {
  return where === 'ticket' ? markup.text(person) : markup.person(person);
}

export function ownedWords(owner: Owner, markup: Markup): Words {
  const { person, by, where } = owner;
  if (where === 'ticket') return [`${ownerName(owner, markup)} was assigned the ticket, and leads now.`];
  const who = person === by ? 'took the lead' : `was named the owner by ${markup.person(by)}`;
  return [`${markup.person(person)} ${who}.`];
}

export function chosenWords({ modelId, by }: Chosen, markup: Markup): Words {
  return [
    `${markup.person(by)} chose ${markup.bold(modelId)} as the replacement.`,
    'Compare the two before traffic moves: /sundial compare.',
  ];
}

export function arrangedWords({ until, reason, by }: Arrangement, markup: Markup): Words {
  return [
    `${markup.person(by)} noted a private arrangement with the provider, to the end of ${longDate(until)}: ${sentence(reason, markup)}`,
    'Reminders rest until then. Dates that move, and calls that fail, are told as ever.',
  ];
}

export function snoozedWords({ until, reason, by }: Snooze, situation: Situation, markup: Markup): Words {
  const silent = silencedUntil(situation, until).map(silencedWords);
  const rests = silent.length > 0 ? `Silent until then: ${firstOf(silent, 6)}.` : 'No reminder falls into that time.';
  return [
    `${markup.person(by)} snoozed the reminders until ${longDate(until)}: ${sentence(reason, markup)}`,
    `${rests} News is told as ever: dates that move, a stage that begins, access that is lost.`,
  ];
}

/** Why a snooze ends where nobody gives a date. */
export const noDateWords = 'nobody gives a date for this model, and one is to be found';

/** A reminder that rests, and its day apart. */
export function silencedThing(silenced: Silenced): { readonly day: string | null; readonly what: string } {
  switch (silenced.kind) {
    case 'milestone':
      return { day: silenced.day, what: milestoneName(silenced) };
    case 'weekly':
      return { day: silenced.day, what: 'the week in numbers' };
    case 'escalation':
      return { day: null, what: 'the escalation ladder' };
  }
}

/** A reminder that rests: `30 days before end of life on 9 March 2027`. */
export function silencedWords(silenced: Silenced): string {
  const { day, what } = silencedThing(silenced);
  return day === null ? what : `${what} on ${longDate(day)}`;
}

/** A day that nobody may sleep past, and what happens on it: `extended access begins on 8 January 2027`. */
export function matterWords({ day, what }: DateThatMatters): string {
  switch (what) {
    case 'price':
      return `a new price applies from ${longDate(day)}`;
    case 'lockOut':
      return `an idle account may lose access on ${longDate(day)}`;
    case 'endOfLife':
      return `end of life is ${longDate(day)}`;
    case 'legacy':
    case 'extendedAccess':
      return `${dateWords[what]} begins on ${longDate(day)}`;
  }
}

/** Who leads, who has seen it, and whether reminders rest: one line each, for the message and the ticket. */
export function decisionLines(situation: Situation, markup: Markup): string[] {
  const { owner, acknowledged, snooze, arrangement } = situation.migration;
  const lines: string[] = [];
  if (owner) lines.push(`Owner: ${ownerName(owner, markup)}.`);
  if (acknowledged && !(owner?.where === 'ticket' && acknowledged.by === owner.person))
    lines.push(
      acknowledged.where === 'slack'
        ? `Acknowledged by ${markup.person(acknowledged.by ?? '')} on ${longDay(acknowledged.at)}.`
        : acknowledged.by === null
          ? `The ticket was closed by ${longDay(acknowledged.at)}.`
          : `Ticket taken by ${markup.text(acknowledged.by)} since ${longDay(acknowledged.at)}.`,
    );
  if (!owner && !acknowledged) lines.push('Nobody has acknowledged this yet.');
  if (arrangement && situation.resting === 'arranged')
    lines.push(resting('Private arrangement with the provider', arrangement, markup));
  if (snooze && situation.resting === 'snoozed') lines.push(resting('Snoozed', snooze, markup));
  return lines;
}

function resting(what: string, { until, reason, by }: Snooze | Arrangement, markup: Markup): string {
  return `${what} until ${longDate(until)} by ${markup.person(by)}: ${sentence(reason, markup)}`;
}

/** Whatever somebody wrote, with a full stop where they gave none. */
function sentence(written: string, markup: Markup): string {
  const text = markup.text(written);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** As many as a section holds beside the news. */
const mostWatchers = 100;

/** Those who want to be called, as Slack's marks: `cc @Ana, @Ben`. */
export function watcherWords(watchers: readonly string[], markup: Markup): string {
  return watchers.length === 0 ? '' : `cc ${firstOf(watchers.map(markup.person), mostWatchers)}`;
}

/** Why a snooze is refused. */
export function refusedSnooze(limit: Extract<SnoozeLimit, { kind: 'refused' }>): string {
  switch (limit.why) {
    case 'done':
      return 'It is done: there is nothing to be reminded of.';
    case 'withdrawn':
      return 'Access was withdrawn: there is no day to sleep until.';
    case 'ended':
      return 'The model has reached its end of life: there is no later day to sleep until.';
    case 'tomorrow':
      return `There is nothing to sleep through: ${matterWords(limit.because)}, and that is tomorrow.`;
  }
}

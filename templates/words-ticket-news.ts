import type { Situation } from '../domain/situation.ts';
import { dependentsLeft } from '../domain/standing.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import type { TrackerTrouble } from '../domain/tracker-trouble.ts';
import type { Markup } from './markup.ts';
import { counted, longDate } from './text.ts';
import { burnDownWords } from './words-burn-down.ts';
import { trackerName } from './words-tracker.ts';

type Words = readonly [string, ...string[]];

/** Asks once; done takes knowledge, which a closed ticket is not. */
export function ticketClosedWords({ migration, presence }: Situation, markup: Markup): Words {
  const { ticket } = migration;
  const name = ticket ? markup.link(ticket.url, ticket.key) : 'The ticket';
  const { burnDown } = presence;
  const quietDays = burnDown.kind === 'known' ? burnDown.quietDays : 0;
  const left = dependentsLeft(presence, quietDays).length;
  const isUsed = burnDown.kind === 'unknown' || burnDown.remaining > 0 || left > 0;
  return [
    `${name} was closed. Is the migration done?`,
    ...burnDownWords(burnDown),
    ...(left > 0 ? [`${counted(left, 'dependent still rests', 'dependents still rest')} on the model.`] : []),
    isUsed
      ? 'By what is known it is not. Sundial leaves the ticket closed and goes on telling here; open it again where work is left.'
      : 'Nothing speaks against it: it is called done when all has been quiet, and read everywhere, for long enough.',
  ];
}

export function ticketTroubleWords(trouble: TrackerTrouble, situation: Situation, markup: Markup): Words {
  const { fault, said, hint, place } = trouble;
  const name = markup.bold(placeName(place, situation));
  const found = ticketsOf(situation.migration, situation.team).find((one) => one.place === place);
  const ticket = found?.ticket ? ` ${markup.link(found.ticket.url, found.ticket.key)}` : '';
  const words = said === null ? [] : [`It says: ${markup.text(said)}`];
  const advice = hint === null ? [] : [markup.text(hint)];
  switch (fault) {
    case 'gone':
      return [
        `The ticket${ticket} in ${name} is not there any more: it was deleted, or hidden from Sundial.`,
        'Sundial opens no second one, goes on in this thread, and looks again every day.',
        ...words,
      ];
    case 'refused':
      return [
        `${name} refuses the ticket${ticket}. Sundial goes on here, and tries again every day.`,
        ...words,
        ...advice,
      ];
    case 'unreachable':
      return [
        `${name} has not been reached since ${longDate(trouble.since)}. Sundial goes on here, and catches up when it is back.`,
        ...words,
        ...advice,
      ];
  }
}

export function ticketMendedWords(place: string, situation: Situation, markup: Markup): Words {
  return [`${markup.bold(placeName(place, situation))} takes the ticket again, and has all that it missed.`];
}

/** A tracker that the team has no more goes by its address. */
function placeName(place: string, { migration, team }: Situation): string {
  const found = ticketsOf(migration, team).find((one) => one.place === place);
  return found ? trackerName(found.tracker) : place;
}

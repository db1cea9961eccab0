import type { TicketAction } from '../domain/action.ts';
import type { News } from '../domain/news.ts';
import type { Situation } from '../domain/situation.ts';
import { dependentsLeft } from '../domain/standing.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import type { TrackerTrouble } from '../domain/tracker-trouble.ts';
import { troublePlace } from '../domain/trouble-place.ts';
import type { Markup } from './markup.ts';
import { counted, listed, longDate } from './text.ts';
import { burnDownWords } from './words-burn-down.ts';
import { placeName } from './words-tracker.ts';

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
  const { fault, said, hint } = trouble;
  const { place, isLink } = troublePlace(trouble.place);
  const name = markup.bold(placeName(place));
  const found = ticketsOf(situation.migration, situation.team).find((one) => one.place === place);
  const ticket = found?.ticket ? ` ${markup.link(found.ticket.url, found.ticket.key)}` : '';
  const words = said === null ? [] : [`It says: ${markup.text(said)}`];
  const advice = hint === null ? [] : [markup.text(hint)];
  if (isLink)
    return [
      `${name} does not put the ticket${ticket} below the campaign's. Sundial goes on without, and tries again every day.`,
      ...words,
      ...advice,
    ];
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

/** To a ticket that was gone nothing was written meanwhile: it says what is true now, and not what was said until then. */
export function ticketMendedWords({ place: at, wasGone }: Mended, markup: Markup): Words {
  const { place, isLink } = troublePlace(at);
  const name = markup.bold(placeName(place));
  if (isLink) return [`${name} has put the ticket below the campaign's.`];
  return wasGone
    ? [
        `${name} takes the ticket again. It says what is true now; what this thread was told while it was gone is not among its comments.`,
      ]
    : [`${name} takes the ticket again, and has all that it missed.`];
}

/** A tracker that the team names no more is not written to: what it missed is said here. */
export function ticketLeftWords({ place: at, owed }: TrackerTrouble, markup: Markup): Words {
  const { place } = troublePlace(at);
  const comments = owed.filter(({ kind }) => kind === 'commentOnTicket').length;
  const has = (kind: TicketAction['kind']) => owed.some((one) => one.kind === kind);
  const missed = [
    ...(comments > 0 ? [counted(comments, 'comment')] : []),
    ...(has('updateTicket') ? ['what is true now'] : []),
    ...(has('closeTicket') ? ['that it is done'] : []),
    ...(has('reopenTicket') ? ['that it is open again'] : []),
  ];
  return [
    `${markup.bold(placeName(place))} is not among the team's trackers any more. Its ticket misses ${listed(missed)}, and Sundial does not write that any more.`,
  ];
}

type Mended = Extract<News, { kind: 'ticketMended' }>;

import { capitalised, counted, listed, longDate } from '../text.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { glance } from './glance.ts';
import { escaped } from './html.ts';
import { pageHead } from './page-head.ts';
import { pageLinks, teamAnchor } from './page-links.ts';
import { personSwitch } from './person-switch.ts';
import { slackHome } from './slack-home.ts';
import { isLoading, openModal } from './slack-modal.ts';
import type { SlackSeat } from './slack-seat.ts';
import { teamInventories } from './team-inventory.ts';
import { teamSection, teamsShown } from './team-section.ts';
import type { ConsoleView } from './view.ts';

/** A sun over a gnomon. */
const icon =
  '<svg viewBox="0 0 32 32" aria-hidden="true" class="sun"><circle cx="16" cy="13" r="6"/><path d="M16 1v3M16 22v3M4 13h3M25 13h3M7.5 4.5l2.2 2.2M24.5 4.5l-2.2 2.2M2 29h28M8 29l8-5 8 5"/></svg>';

/** The whole local console as one HTML page that needs no script. `seat`: who acts in the simulated Slack; `null` where one only looks. */
export function consolePage(view: ConsoleView, seat: SlackSeat | null = null): string {
  const { now, situations, simulated } = view;
  const links = pageLinks(view);
  const teams = teamsShown(situations, view.channels, view.tickets);
  const nav = teams.map(({ team }) => `<li><a href="#${teamAnchor(team.name)}">${escaped(team.name)}</a></li>`);
  const today = longDate(utcDay(now));
  const modal = seat?.modal ?? null;

  return [
    pageHead('Sundial, the local console', modal !== null && isLoading(modal)),
    modal && seat ? openModal(modal, seat, links) : '',
    `<div${modal ? ' inert' : ''}>`,
    '<a class="skip" href="#main">Skip to the migrations</a>',
    patterns,
    `<header class="top"><p class="brand">${icon}<span>Sundial</span></p>`,
    `<p class="quiet">${today}, ${now.toUTC().toFormat('HH:mm')} UTC</p>`,
    nav.length > 0 ? `<nav aria-label="Teams"><ul>${nav.join('')}</ul></nav>` : '',
    '</header>',
    seat ? personSwitch(seat) : '',
    simulated.length > 0
      ? `<aside class="simulated" aria-label="What is simulated"><b>Simulated.</b> ${capitalised(listed(simulated.map(escaped)))} ${simulated.length === 1 ? 'is' : 'are'} not real: ${simulated.length === 1 ? 'it exists' : 'they exist'} on this machine only.</aside>`
      : '',
    `<main id="main"><section aria-labelledby="glance"><h1 id="glance">${headline(situations, teams.length)}</h1>`,
    glance(situations),
    '</section>',
    seat ? slackHome(seat, links) : '',
    ...teams.map((team) => teamSection(team, links, seat)),
    teamInventories(view.dependents ?? []),
    '</main>',
    '<footer><p>Stages begin at 00:00 UTC of their date; phases are in the team’s own days. Reload to see what is new.</p></footer>',
    '</div></body></html>',
  ].join('');
}

function headline(situations: readonly Situation[], teams: number): string {
  const done = situations.filter(({ migration }) => migration.status === 'done').length;
  const open = situations.length - done;
  if (open === 0) return done === 0 ? 'All is quiet' : `Nothing to leave, ${done} done`;
  const left = done === 0 ? '' : `, ${done} done`;
  return `${capitalised(counted(open, 'model'))} to leave, ${counted(teams, 'team')}${left}`;
}

/** Textures of the stages, so that none is told by its colour alone. */
const patterns = [
  '<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>',
  '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="extendedAccess" width="7" height="7"/><rect class="stroke" width="2" height="7"/></pattern>',
  '<pattern id="cross" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="endOfLife" width="8" height="8"/><rect class="stroke" width="1.5" height="8"/><rect class="stroke" width="8" height="1.5"/></pattern>',
  '<linearGradient id="fade"><stop offset="0.35" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0.15"/></linearGradient>',
  '<mask id="fading" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#fade)"/></mask>',
  '</defs></svg>',
].join('');

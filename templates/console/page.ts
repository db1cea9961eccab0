import { capitalised, counted, listed, longDate } from '../text.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { glance } from './glance.ts';
import { escaped } from './html.ts';
import { pageLinks, teamAnchor } from './page-links.ts';
import { consoleStyle } from './style.ts';
import { teamInventories } from './team-inventory.ts';
import { teamSection, teamsShown } from './team-section.ts';
import type { ConsoleView } from './view.ts';

/** A sun over a gnomon. */
const icon =
  '<svg viewBox="0 0 32 32" aria-hidden="true" class="sun"><circle cx="16" cy="13" r="6"/><path d="M16 1v3M16 22v3M4 13h3M25 13h3M7.5 4.5l2.2 2.2M24.5 4.5l-2.2 2.2M2 29h28M8 29l8-5 8 5"/></svg>';

/** The whole local console as one HTML page that needs no script. */
export function consolePage(view: ConsoleView): string {
  const { now, situations, simulated } = view;
  const links = pageLinks(view);
  const teams = teamsShown(situations, view.channels, view.tickets);
  const nav = teams.map(({ team }) => `<li><a href="#${teamAnchor(team.name)}">${escaped(team.name)}</a></li>`);
  const today = longDate(utcDay(now));

  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sundial, the local console</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%23d97706'/%3E%3C/svg%3E\">",
    `<style>${consoleStyle}</style></head><body>`,
    '<a class="skip" href="#main">Skip to the migrations</a>',
    patterns,
    `<header class="top"><p class="brand">${icon}<span>Sundial</span></p>`,
    `<p class="quiet">${today}, ${now.toUTC().toFormat('HH:mm')} UTC</p>`,
    nav.length > 0 ? `<nav aria-label="Teams"><ul>${nav.join('')}</ul></nav>` : '',
    '</header>',
    simulated.length > 0
      ? `<aside class="simulated" aria-label="What is simulated"><b>Simulated.</b> ${capitalised(listed(simulated.map(escaped)))} ${simulated.length === 1 ? 'is' : 'are'} not real: ${simulated.length === 1 ? 'it exists' : 'they exist'} on this machine only.</aside>`
      : '',
    `<main id="main"><section aria-labelledby="glance"><h1 id="glance">${headline(situations, teams.length)}</h1>`,
    glance(situations),
    '</section>',
    ...teams.map((team) => teamSection(team, links)),
    teamInventories(view.dependents ?? []),
    '</main>',
    '<footer><p>Stages begin at 00:00 UTC of their date; phases are in the team’s own days. Reload to see what is new.</p></footer>',
    '</body></html>',
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

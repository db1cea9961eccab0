import type { Situation } from '../../domain/situation.ts';
import type { Team } from '../../domain/team.ts';
import { listed } from '../text.ts';
import { trackerName } from '../words-tracker.ts';
import { doneCard } from './done-card.ts';
import { escaped } from './html.ts';
import { migrationCard } from './migration-card.ts';
import type { PageLinks } from './page-links.ts';
import { teamAnchor } from './page-links.ts';
import { slackChannel } from './slack-channel.ts';
import type { SlackSeat } from './slack-seat.ts';
import { ticketPanel } from './ticket-panel.ts';
import type { ChannelTranscript, TicketTranscript } from './transcripts.ts';

/** What one team has: its migrations, its channel and its tickets. */
export interface TeamShown {
  readonly team: Team;
  readonly situations: readonly Situation[];
  readonly channels: readonly ChannelTranscript[];
  readonly tickets: readonly TicketTranscript[];
}

export function teamSection(
  { team, situations, channels, tickets }: TeamShown,
  links: PageLinks,
  seat: SlackSeat | null,
): string {
  const id = teamAnchor(team.name);
  const where = listed(team.trackers.map(trackerName));
  const panels = [
    ...channels.map((channel) => slackChannel(channel, { seat, links, timeZone: team.timeZone })),
    ticketPanel(tickets, where, team.timeZone, links),
  ];
  return [
    `<section class="team" id="${id}" aria-labelledby="${id}-name">`,
    `<header><h2 id="${id}-name">${escaped(team.name)}</h2>`,
    `<p class="quiet">${escaped([team.channel, where, team.timeZone].join(' · '))}</p></header>`,
    ...situations
      .filter(({ migration }) => migration.status === 'open')
      .map((situation) => migrationCard(situation, links)),
    ...situations.filter(({ migration }) => migration.status === 'done').map((situation) => doneCard(situation, links)),
    `<div class="panels">${panels.join('')}</div>`,
    '</section>',
  ].join('');
}

/** Each channel and each ticket is shown once: with the team whose migration it belongs to, else with the first that shares it. */
export function teamsShown(
  situations: readonly Situation[],
  channels: readonly ChannelTranscript[],
  tickets: readonly TicketTranscript[],
): readonly TeamShown[] {
  const teams = [...new Map(situations.map(({ team }) => [team.name, team])).values()];
  const ownerOf = (key: string): string | undefined =>
    situations.find(({ migration }) => migration.ticket?.key === key)?.team.name ??
    teams.find(({ trackers }) => trackers.some((one) => one.kind === 'github' && key.startsWith(`${one.repository}#`)))
      ?.name;
  const homeOf = ({ id, name }: ChannelTranscript): string | undefined =>
    teams.find(({ channel }) => channel.replace(/^#/, '') === name || channel === id)?.name;

  return teams.map((team) => ({
    team,
    situations: situations.filter((situation) => situation.team.name === team.name),
    channels: channels.filter((channel) => homeOf(channel) === team.name),
    tickets: tickets.filter(({ key }) => ownerOf(key) === team.name),
  }));
}

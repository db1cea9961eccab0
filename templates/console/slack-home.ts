import type { HomeView, KnownBlock } from '@slack/types';
import { escaped } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { slackBlock } from './slack-block.ts';
import type { SlackSeat } from './slack-seat.ts';
import type { Surface } from './slack-surface.ts';
import { liveSurface, seatFields } from './slack-surface.ts';

export const homeAnchor = 'app-home';

/** App Home of whoever acts; Slack asks for it when somebody opens it. */
export function slackHome(seat: SlackSeat, links: PageLinks): string {
  const { home, acting } = seat;
  const surface = liveSurface(seat, { kind: 'home' }, homeAnchor, links);
  const shown = home
    ? `<div class="scroll said" tabindex="0" role="group" aria-labelledby="${homeAnchor}-name"><form method="post" action="/slack/press">${seatFields(seat, escaped)}${homeBlocks(home, surface)}</form></div>`
    : `<p class="empty">${escaped(acting.name)} has not opened App Home yet.</p>`;
  return [
    `<section class="panel slack home" id="${homeAnchor}" aria-labelledby="${homeAnchor}-name">`,
    `<h3 id="${homeAnchor}-name"><span class="kind">Slack</span> App Home of ${escaped(acting.name)}</h3>`,
    shown,
    `<form class="command" method="post" action="/slack/home">${seatFields(seat, escaped)}<button class="button">${home ? 'Open it again' : 'Open App Home'}</button></form>`,
    '</section>',
  ].join('');
}

export function homeBlocks({ blocks }: HomeView, surface: Surface): string {
  return blocks.map((block) => slackBlock(block as KnownBlock, surface)).join('');
}

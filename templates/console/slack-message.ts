import { DateTime } from 'luxon';
import { escaped, moment, slug } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { messageAnchor } from './page-links.ts';
import { slackBlock } from './slack-block.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';
import type { ShownAnswer, SlackSeat } from './slack-seat.ts';
import { slackPicture } from './slack-element.ts';
import type { Surface } from './slack-surface.ts';
import { liveSurface, seatFields } from './slack-surface.ts';
import type { ChatMessage } from './transcripts.ts';

/** How whoever looks sees it: who acts, where addresses lead, and in which time zone. */
export interface Looking {
  readonly seat: SlackSeat | null;
  readonly links: PageLinks;
  readonly timeZone: string;
}

export function slackMessage(posted: ChatMessage, channel: string, { seat, links, timeZone }: Looking): string {
  const { ts, author, edited, pictures = [] } = posted;
  const id = messageAnchor(channel, ts);
  const surface = liveSurface(seat, { kind: 'message', channel, ts }, id, links);
  return framed({
    id,
    author,
    when: moment(DateTime.fromSeconds(Number(ts), { zone: 'utc' }), timeZone),
    body: pressable(messageBody(posted, surface), seat),
    after: [
      ...pictures.map(
        ({ altText, source }) =>
          `<figure class="block-image">${slackPicture({ alt_text: altText, image_url: source })}</figure>`,
      ),
      edited ? '<p class="edited">(edited)</p>' : '',
    ].join(''),
  });
}

export function answerAnchor(id: string): string {
  return `answer-${slug(id)}`;
}

/** What nobody else in the channel sees. */
export function privateAnswer({ id, message, at }: ShownAnswer, { seat, links, timeZone }: Looking): string {
  const surface = liveSurface(seat, { kind: 'answer', id }, answerAnchor(id), links);
  return framed({
    id: answerAnchor(id),
    author: 'Sundial',
    when: moment(DateTime.fromISO(at, { zone: 'utc' }), timeZone),
    before: `<p class="only-you">Only visible to ${escaped(seat?.acting.name ?? 'you')}</p>`,
    body: pressable(messageBody(message, surface), seat),
  });
}

export function messageBody({ text, blocks }: Pick<ChatMessage, 'text' | 'blocks'>, surface: Surface): string {
  return blocks.length > 0
    ? blocks.map((block) => slackBlock(block, surface)).join('')
    : mrkdwnHtml(text, surface.links, surface.people);
}

interface Framed {
  readonly id: string;
  readonly author: string;
  readonly when: string;
  readonly before?: string;
  readonly body: string;
  readonly after?: string;
}

/** A message as Slack frames it: who, when, what. */
export function framed({ id, author, when, before = '', body, after = '' }: Framed): string {
  return [
    `<article class="message" id="${id}" aria-label="Message of ${escaped(author)}">`,
    `<div class="avatar" aria-hidden="true">${escaped(author.charAt(0))}</div><div class="said">${before}`,
    `<p class="by"><b>${escaped(author)}</b> <span class="app">APP</span> ${when}</p>`,
    `${body}${after}</div></article>`,
  ].join('');
}

/** A form around it, where there is anything to press. */
function pressable(body: string, seat: SlackSeat | null): string {
  return seat && body.includes('<button ')
    ? `<form method="post" action="/slack/press">${seatFields(seat, escaped)}${body}</form>`
    : body;
}

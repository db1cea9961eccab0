import { counted } from '../text.ts';
import { escaped, momentOf, slug } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { ticketAnchor } from './page-links.ts';
import { markdownHtml } from './ticket-markdown.ts';
import type { TicketTranscript } from './transcripts.ts';

/** A team's tickets, the first one unfolded. */
export function ticketPanel(
  tickets: readonly TicketTranscript[],
  name: string,
  timeZone: string,
  links: PageLinks,
): string {
  const heading = `tickets-${slug(name)}`;
  const shown = tickets.map((ticket, index) => `<li>${folded(ticket, index === 0, timeZone, links)}</li>`);
  return [
    `<section class="panel tickets" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="kind">Tickets</span> ${escaped(name)}</h3>`,
    shown.length > 0
      ? `<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><ol>${shown.join('')}</ol></div>`
      : '<p class="empty">No ticket has been opened here.</p>',
    '</section>',
  ].join('');
}

function folded(ticket: TicketTranscript, open: boolean, timeZone: string, links: PageLinks): string {
  const { key, title, body, state, labels, openedAt, comments } = ticket;
  const said = comments.map(
    (comment) =>
      `<li class="comment"><p class="by"><b>${escaped(comment.author)}</b> commented on ${momentOf(comment.at, timeZone)}</p>${markdownHtml(comment.body, links)}</li>`,
  );
  return [
    `<details class="ticket" id="${ticketAnchor(key)}"${open ? ' open' : ''}>`,
    `<summary><h4>${escaped(title)} <span class="key">#${escaped(key.split('#').at(-1) ?? key)}</span></h4>`,
    `<p class="about"><span class="state ${state}">${state === 'open' ? 'Open' : 'Closed'}</span>`,
    `opened ${momentOf(openedAt, timeZone)} ${labels.map((label) => `<span class="label">${escaped(label)}</span>`).join(' ')}`,
    comments.length > 0 ? ` · ${counted(comments.length, 'comment')}` : '',
    `</p></summary><div class="markdown">${markdownHtml(body, links)}</div>`,
    said.length > 0 ? `<ol class="comments">${said.join('')}</ol>` : '',
    '</details>',
  ].join('');
}

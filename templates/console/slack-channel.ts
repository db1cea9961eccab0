import { DateTime } from 'luxon';
import { counted } from '../text.ts';
import { escaped, moment, slug } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { messageAnchor } from './page-links.ts';
import { slackBlock } from './slack-block.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';
import type { ChannelTranscript, ChatMessage } from './transcripts.ts';

/** A channel as Slack shows it, each thread beneath its root message. Times are the team's own. */
export function slackChannel({ id, name, messages }: ChannelTranscript, timeZone: string, links: PageLinks): string {
  const heading = `channel-${slug(id)}`;
  const threads = messages.map((root) => {
    const replies = root.replies.map((reply) => `<li>${message(reply, id, timeZone, links)}</li>`).join('');
    const thread =
      replies === ''
        ? ''
        : `<div class="thread"><p class="thread-count">${counted(root.replies.length, 'reply', 'replies')}</p><ol>${replies}</ol></div>`;
    return `<li>${message(root, id, timeZone, links)}${thread}</li>`;
  });
  return [
    `<section class="panel slack" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="kind">Slack</span> <span class="hash">#</span>${escaped(name)}</h3>`,
    threads.length > 0
      ? `<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><ol class="messages">${threads.join('')}</ol></div>`
      : '<p class="empty">Nothing has been posted here.</p>',
    '</section>',
  ].join('');
}

function message(posted: ChatMessage, channel: string, timeZone: string, links: PageLinks): string {
  const { ts, author, text, blocks, edited } = posted;
  const at = moment(DateTime.fromSeconds(Number(ts), { zone: 'utc' }), timeZone);
  return [
    `<article class="message" id="${messageAnchor(channel, ts)}" aria-label="Message of ${escaped(author)}">`,
    `<div class="avatar" aria-hidden="true">${escaped(author.charAt(0))}</div><div class="said">`,
    `<p class="by"><b>${escaped(author)}</b> <span class="app">APP</span> ${at}</p>`,
    blocks.length > 0 ? blocks.map((block) => slackBlock(block, links)).join('') : mrkdwnHtml(text, links),
    edited ? '<p class="edited">(edited)</p>' : '',
    '</div></article>',
  ].join('');
}

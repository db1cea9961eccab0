import { counted } from '../text.ts';
import { escaped, slug } from './html.ts';
import type { Looking } from './slack-message.ts';
import { privateAnswer, slackMessage } from './slack-message.ts';
import type { SlackSeat } from './slack-seat.ts';
import { seatFields } from './slack-surface.ts';
import type { ChannelTranscript } from './transcripts.ts';

export function channelAnchor(id: string): string {
  return `channel-${slug(id)}`;
}

/** A channel as Slack shows it, each thread beneath its root message, then what only one person sees. Times are the team's own. */
export function slackChannel({ id, name, messages }: ChannelTranscript, looking: Looking): string {
  const { seat } = looking;
  const heading = channelAnchor(id);
  const threads = messages.map((root) => {
    const replies = root.replies.map((reply) => `<li>${slackMessage(reply, id, looking)}</li>`).join('');
    const thread =
      replies === ''
        ? ''
        : `<div class="thread"><p class="thread-count">${counted(root.replies.length, 'reply', 'replies')}</p><ol>${replies}</ol></div>`;
    return `<li>${slackMessage(root, id, looking)}${thread}</li>`;
  });
  const answers = (seat?.answers ?? [])
    .filter(({ channel }) => channel === id)
    .map((answer) => `<li class="private">${privateAnswer(answer, looking)}</li>`);
  const shown = [...threads, ...answers];
  return [
    `<section class="panel slack" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="kind">Slack</span> <span class="hash">#</span>${escaped(name)}</h3>`,
    shown.length > 0
      ? `<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><ol class="messages">${shown.join('')}</ol></div>`
      : '<p class="empty">Nothing has been posted here.</p>',
    seat ? commandLine(id, name, seat) : '',
    '</section>',
  ].join('');
}

function commandLine(id: string, name: string, seat: SlackSeat): string {
  const input = `${channelAnchor(id)}-command`;
  return [
    `<form class="command" method="post" action="/slack/command">${seatFields(seat, escaped)}`,
    `<input type="hidden" name="channel" value="${escaped(id)}">`,
    `<label for="${input}"><span class="unseen">In #${escaped(name)}, as ${escaped(seat.acting.name)}: </span>/sundial</label>`,
    `<input type="text" id="${input}" name="text" placeholder="help" maxlength="3000" autocomplete="off" spellcheck="false">`,
    '<button class="button">Send</button></form>',
  ].join('');
}

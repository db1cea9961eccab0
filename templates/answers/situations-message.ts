import { bindsFirst } from '../../domain/binds-first.ts';
import type { Situation } from '../../domain/situation.ts';
import { context, fitting, section, spoken } from '../blocks.ts';
import type { Markup } from '../markup.ts';
import { mrkdwn, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { capitalised, counted, longDate } from '../text.ts';
import { countdown } from '../words-deadline.ts';
import { replacementInShort } from '../words-replacement.ts';
import { ownerName } from '../words-decisions.ts';

/** Migrations listed; what is left out is counted. */
const mostShown = 15;

/** Several migrations, a line or two each, what binds first at the top. `nothing` is said where there is none. */
export function situationsMessage(title: string, situations: readonly Situation[], nothing: string): Message {
  const open = situations.filter(({ migration }) => migration.status === 'open');
  const done = situations.length - open.length;
  const shown = bindsFirst(open).slice(0, mostShown);
  const rest = [
    ...(open.length > shown.length ? [`${open.length - shown.length} more are open`] : []),
    ...(done > 0 ? [`${counted(done, 'migration')} done`] : []),
  ];
  const footer = rest.length > 0 ? [context([capitalised(`${rest.join(', ')}.`)])] : [];
  return {
    text: spoken([`${title}:`, ...(shown.length > 0 ? shown.map((one) => line(one, spokenWords)) : [nothing])]),
    blocks:
      shown.length === 0
        ? [section([`*${title}*`, nothing]), ...footer]
        : fitting(
            [section([`*${title}*`])],
            shown.map((one) => section([line(one, mrkdwn), detail(one)])),
            footer,
            'There is more than fits here: ask for a team or a model.',
          ),
  };
}

function line(situation: Situation, markup: Markup): string {
  const { modelName, migration } = situation;
  return `${markup.bold(modelName)} (${markup.text(migration.team)}): ${countdown(situation)}.`;
}

/** Who leads, where to, how the comparison went, and where it is talked about. */
function detail(situation: Situation): string {
  const { migration, resting } = situation;
  const { owner, acknowledged, comparison, thread, ticket, snooze, arrangement } = migration;
  const leads = owner
    ? `owner ${ownerName(owner, mrkdwn)}`
    : acknowledged
      ? 'acknowledged, no owner'
      : 'nobody has acknowledged it';
  return [
    leads,
    `to ${replacementInShort(situation, mrkdwn)}`,
    ...(comparison ? [`comparison: ${comparison.verdict.kind}`] : []),
    ...(resting === 'snoozed' && snooze ? [`snoozed until ${longDate(snooze.until)}`] : []),
    ...(resting === 'arranged' && arrangement ? [`arrangement until ${longDate(arrangement.until)}`] : []),
    ...(thread?.permalink ? [mrkdwn.link(thread.permalink, 'thread')] : []),
    ...(ticket ? [mrkdwn.link(ticket.url, ticket.key)] : []),
  ].join(' · ');
}

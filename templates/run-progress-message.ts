import type { DateTime } from 'luxon';
import type { ActionsBlock, Button } from '@slack/types';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { context, linkButton, section, spoken } from './blocks.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { askedForWords, comparedWords, heldBudgetWords, runWords } from './words-run.ts';

/** The one message that follows a run from its request to its end. */
export function runProgressMessage(run: ComparisonRun, now: DateTime): Message {
  const button = buttonOf(run);
  return {
    text: spoken([`${comparedWords(run, spokenWords)}:`, ...runWords(run, now, spokenWords)]),
    blocks: [
      section([`*${comparedWords(run, mrkdwn)}*`, ...runWords(run, now, mrkdwn)]),
      ...(button ? [button] : []),
      context([[`Cases: ${mrkdwn.text(run.dataset)}`, askedForWords(run, mrkdwn), mrkdwn.text(run.runId)].join(' · ')]),
    ],
  };
}

/** A reply for the thread of somebody who asked for what already goes on; `budget` is what they would have spent. */
export function joinedRunMessage(run: ComparisonRun, person: string, budget: number | null): Message {
  const said = (markup: typeof mrkdwn) =>
    [
      `${markup.person(person)} asked for the same comparison. It goes on already, ${askedForWords(run, markup)}: one run serves both.`,
      heldBudgetWords(run, budget, markup.person(person)),
    ] as const;
  return { text: spoken(said(spokenWords)), blocks: [section(said(mrkdwn)), context([mrkdwn.text(run.runId)])] };
}

/** A reply that says why there is no verdict, and what to do. */
export function runFailedMessage(run: ComparisonRun): Message {
  const said = (markup: typeof mrkdwn) =>
    [
      `${comparedWords(run, markup)} failed, so there is no verdict.`,
      markup.text(run.reason ?? 'It is not known why.'),
    ] as const;
  const next =
    'What was answered is kept. Put right what stood in the way, and ask again: Compare, or /sundial compare.';
  return { text: spoken([...said(spokenWords), next]), blocks: [section([...said(mrkdwn), next])] };
}

function buttonOf({ status, runId, summary }: ComparisonRun): ActionsBlock | null {
  if (status === 'requested' || status === 'running') return buttons([button('Cancel', 'cancel-run', runId, 'danger')]);
  if (!summary) return null;
  const { report, verdict, worst = [] } = summary;
  const shown = report === null ? [] : (linkButton('Open the report', report, 'open-report')?.elements ?? []);
  const again =
    verdict.kind === 'ready' || worst.length === 0 ? [] : [button('Ask again what failed', 'ask-again', runId)];
  const all = [...shown, ...again];
  return all.length > 0 ? buttons(all) : null;
}

function buttons(elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

function button(text: string, name: string, value: string, style?: 'danger'): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text, emoji: false },
    action_id: name,
    value,
    ...(style && { style }),
  };
}

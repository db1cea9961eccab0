import type { KnownBlock } from '@slack/types';
import type { Situation } from '../domain/situation.ts';
import { doneMessage } from './done-message.ts';
import { context, fitting, header, section, spoken, titled } from './blocks.ts';
import type { Markup } from './markup.ts';
import { mrkdwn, spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { messageAffected, messageDates, messageFooter, messagePlan } from './message-parts.ts';
import { messageCost, messageQuotas, messageUse } from './message-use.ts';
import { meantFor } from './slack/meant-for.ts';
import { migrationActions } from './slack/migration-actions.ts';
import { capitalised, clipped } from './text.ts';
import { affectedCounts } from './words-affected.ts';
import { burnDownWords } from './words-burn-down.ts';
import {
  countdown,
  deadline,
  dearer,
  endIsUnknown,
  noArrangement,
  standing,
  withdrawalWords,
  withdrawnAdvice,
} from './words-deadline.ts';
import { comparisonWords } from './words-comparison.ts';
import { decisionLines, watcherWords } from './words-decisions.ts';
import { disagreementWords } from './words-disagreement.ts';
import { bindingWord, saidBy } from './words-lifecycle.ts';
import { priceWords } from './words-price.ts';
import { replacementInShort, replacementWords } from './words-replacement.ts';

/** Lines of a verdict in the message; the thread and the ticket have the rest. */
const mostOfVerdict = 3;
/** Prices named in the message; the ticket has more room. */
const mostPrices = 5;

/** The root message of a migration's thread: all that is true now, edited in place as it changes. */
export function migrationMessage(situation: Situation): Message {
  const { status, thread } = situation.migration;
  const message = status === 'done' ? doneMessage(situation) : openMessage(situation);
  const { insteadOf } = thread ?? {};
  return insteadOf ? meantFor(insteadOf.channel, insteadOf.code, message) : message;
}

function openMessage(situation: Situation): Message {
  const { migration, lifecycle, modelName } = situation;
  const { comparison } = migration;

  return {
    text: spoken(summary(situation)),
    blocks: fitting(
      [
        header(`${clipped(modelName, 100)}: ${countdown(situation)}`),
        section(lead(situation)),
        titled('Who', decisionLines(situation, mrkdwn)),
        titled('Dates', messageDates(situation)),
      ],
      [
        ...optional(
          'Disagreement',
          lifecycle.disagreements.map((said) => disagreementWords(said, mrkdwn)),
        ),
        titled('Replacement', replacementWords(situation, mrkdwn)),
        ...optional('Verdict', comparison ? comparisonWords(comparison, mrkdwn).slice(0, mostOfVerdict) : []),
        ...optional('Plan', messagePlan(situation)),
        titled('Affected', messageAffected(situation)),
        ...optional('Use', messageUse(situation)),
        ...optional('What waiting costs', messageCost(situation)),
        ...optional('Quotas of the replacement', messageQuotas(situation)),
        ...optional('Prices announced', migration.prices.slice(0, mostPrices).map(priceWords)),
      ],
      [context(footer(situation)), migrationActions(situation)],
      migration.ticket ? 'There is more than fits here: the ticket has the rest.' : 'There is more than fits here.',
    ),
  };
}

function footer(situation: Situation): string[] {
  const watchers = watcherWords(situation.watchers, mrkdwn);
  return [...(watchers === '' ? [] : [watchers]), messageFooter(situation)];
}

function summary(situation: Situation): string[] {
  const { migration, lifecycle, modelName, timeline } = situation;
  const due = deadline(situation);
  const binding = timeline.binding && bindingWord(lifecycle, timeline.binding.name);
  return [
    `${spokenWords.text(modelName)} (team ${spokenWords.text(migration.team)}) ${state(situation, spokenWords)}.`,
    due && binding ? `${capitalised(due)}, says ${saidBy(binding, spokenWords)}.` : '',
    endIsUnknown(lifecycle) ? 'Nobody gives an end of life date; finding it is the first task.' : '',
    `Affected: ${affectedCounts(migration.affected)}.`,
    ...burnDownWords(situation.presence.burnDown).slice(0, 1),
    `Replacement: ${replacementInShort(situation, spokenWords)}.`,
    ...decisionLines(situation, spokenWords),
    migration.comparison ? comparisonWords(migration.comparison, spokenWords)[0] : '',
    migration.ticket ? `Ticket: ${spokenWords.text(migration.ticket.key)}.` : '',
  ];
}

function lead(situation: Situation): string[] {
  const { modelName, lifecycle, timeline, migration } = situation;
  const id = mrkdwn.code(migration.modelId);
  const model = modelName === migration.modelId ? id : `${mrkdwn.bold(modelName)} (${id})`;
  const lines = [`${model} ${state(situation, mrkdwn)}.`];
  if (lifecycle.withdrawal) return [...lines, withdrawnAdvice];

  const due = deadline(situation);
  if (due) lines.push(`*Leave it in time:* ${due}${timeline.binding?.name === 'extendedAccess' ? `; ${dearer}` : ''}.`);
  if (timeline.stage === 'endOfLife') lines.push(noArrangement);
  if (endIsUnknown(lifecycle)) lines.push('Nobody gives an end of life date. *Finding it is the first task.*');
  return lines;
}

function state(situation: Situation, markup: Markup): string {
  const withdrawal = withdrawalWords(situation.lifecycle, markup);
  return withdrawal ? `is gone: access was ${withdrawal}` : standing(situation);
}

function optional(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length > 0 ? [titled(title, lines)] : [];
}

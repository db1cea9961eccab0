import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { context, section, spoken } from '../blocks.ts';
import type { Markup } from '../markup.ts';
import { mrkdwn, plainWords, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { clipped, longDay, oneLine } from '../text.ts';
import { customModelActions } from './custom-model-actions.ts';
import {
  createdWords,
  customModelStatusWords,
  customModelWords,
  outcomeWords,
  runningCostWords,
} from './words-custom-model.ts';

/** A reply that says how a custom model's migration stands, what was created, and what costs money. */
export function customModelMessage(migration: CustomModelMigration): Message {
  const [spokenLine, ...spokenMore] = lines(migration, spokenWords);
  const created = createdWords(migration.created, mrkdwn);
  const actions = customModelActions(migration);
  return {
    text: spoken([`${customModelWords(migration, spokenWords)}.`, spokenLine ?? '', ...spokenMore]),
    blocks: [
      section([`*${customModelWords(migration, mrkdwn)}*`, ...lines(migration, mrkdwn)]),
      ...(created.length > 0 ? [section(['Created so far:', ...created])] : []),
      ...(actions ? [actions] : []),
      context([mrkdwn.text(migration.id)]),
    ],
  };
}

/** The same by mail, in plain words, one to a line. */
export function customModelMail(migration: CustomModelMigration): { readonly subject: string; readonly text: string } {
  const { customModel, id } = migration;
  const created = createdWords(migration.created, plainWords);
  const said = lines(migration, plainWords);
  return {
    subject: clipped(oneLine(`Sundial: ${customModel.name}: ${said[0] ?? ''}`), 200),
    text: [
      `${customModelWords(migration, plainWords)}.`,
      '',
      ...said,
      ...(created.length > 0 ? ['', 'Created so far:', ...created] : []),
      '',
      id,
    ].join('\n'),
  };
}

/** A reply that says what keeps costing money; `null` where nothing does. */
export function customModelCostMessage(migration: CustomModelMigration): Message | null {
  const said = runningCostWords(migration, mrkdwn);
  if (said === null) return null;
  return {
    text: spoken([runningCostWords(migration, spokenWords) ?? '']),
    blocks: [section([said]), context([mrkdwn.text(migration.id)])],
  };
}

/** A reply at half time that somebody is waited for. */
export function customModelReminder({ customModel, approval }: CustomModelMigration): Message {
  const said = (markup: Markup) =>
    `The successor of the custom model ${markup.code(customModel.name)} still waits for somebody to approve or refuse it, until ${longDay(approval?.expiresAt ?? '')}. Then everything that was created for it is removed.`;
  return { text: spoken([said(spokenWords)]), blocks: [section([said(mrkdwn)])] };
}

function lines(migration: CustomModelMigration, markup: Markup): readonly string[] {
  return [...customModelStatusWords(migration, markup), ...outcomeWords(migration.outcomes, markup)];
}

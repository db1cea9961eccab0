import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { context, section, spoken } from '../blocks.ts';
import { mrkdwn, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { customModelActions } from './custom-model-actions.ts';
import { createdWords } from './words-custom-model-cost.ts';
import { customModelLines, customModelWords } from './words-custom-model.ts';

/** A reply that says how a custom model's migration stands, what was created, and what costs money. */
export function customModelMessage(migration: CustomModelMigration): Message {
  const created = createdWords(migration.created, mrkdwn);
  const actions = customModelActions(migration);
  return {
    text: spoken([`${customModelWords(migration, spokenWords)}.`, ...customModelLines(migration, spokenWords)]),
    blocks: [
      section([`*${customModelWords(migration, mrkdwn)}*`, ...customModelLines(migration, mrkdwn)]),
      ...(created.length > 0 ? [section(['Created so far:', ...created])] : []),
      ...(actions ? [actions] : []),
      context([mrkdwn.text(migration.id)]),
    ],
  };
}

import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { section, spoken } from '../blocks.ts';
import { mrkdwn, spokenWords } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Message } from '../message.ts';
import { counted } from '../text.ts';
import { customModelMessage } from './custom-model-message.ts';
import { customModelStatusWords } from './words-custom-model.ts';

/** Every custom model whose base leaves, a line each, as an answer. */
export function customModelsAnswer(migrations: readonly CustomModelMigration[]): Message {
  if (migrations.length === 0) {
    const none = 'No custom model rests on a model that goes away, as far as the last sweep saw.';
    return { text: none, blocks: [section([none])] };
  }
  const title = `${counted(migrations.length, 'custom model')} on bases that go away`;
  return {
    text: spoken([`${title}:`, ...migrations.map((one) => line(one, spokenWords))]),
    blocks: [
      section([`*${title}*`, ...migrations.map((one) => `• ${line(one, mrkdwn)}`)]),
      section(['`/sundial custom NAME` shows one of them in full.']),
    ],
  };
}

function line(migration: CustomModelMigration, markup: Markup): string {
  const { customModel, base } = migration;
  const [status] = customModelStatusWords(migration, markup);
  return `${markup.code(customModel.name)} on ${markup.code(base)} (${customModel.account}, ${customModel.region}): ${status}`;
}

/** One of them in full, with its hyperparameters and how to change them. */
export function customModelAnswer(migration: CustomModelMigration): Message {
  const { text, blocks } = customModelMessage(migration);
  const { hyperParameters, customModel } = migration;
  const set = Object.entries(hyperParameters).map(([name, value]) => mrkdwn.code(`${name}=${value}`));
  const hint = `Change what it is trained with: ${mrkdwn.code(`/sundial custom ${customModel.name} start epochCount=3`)}`;
  return {
    text,
    blocks: [...blocks, section([...(set.length > 0 ? [`Hyperparameters: ${set.join(' ')}`] : []), hint])],
  };
}

import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { context, section, spoken } from '../blocks.ts';
import type { Markup } from '../markup.ts';
import { mrkdwn, plainWords, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { clipped, longDay, oneLine } from '../text.ts';
import { customModelMessage } from './custom-model-message.ts';
import { createdWords, runningCost, runningCostWords } from './words-custom-model-cost.ts';
import { customModelLines, customModelWords } from './words-custom-model.ts';

/** One thing that people are told in the thread and, in plain words, by mail. */
export interface CustomModelTelling {
  readonly message: Message;
  readonly mail: { readonly subject: string; readonly text: string };
}

/** How it stands. */
export function customModelTelling(migration: CustomModelMigration): CustomModelTelling {
  const created = createdWords(migration.created, plainWords);
  const said = customModelLines(migration, plainWords);
  const body = [...said, ...(created.length > 0 ? ['', 'Created so far:', ...created] : [])];
  return { message: customModelMessage(migration), mail: mail(migration, said[0], body) };
}

/** That somebody is waited for, at half time. */
export function customModelReminder(migration: CustomModelMigration): CustomModelTelling {
  const { customModel, approval } = migration;
  const until = longDay(approval?.expiresAt ?? '');
  const said = (markup: Markup) =>
    `The successor of the custom model ${markup.code(customModel.name)} still waits for somebody to approve or refuse it, until ${until}. Then everything that was created for it is removed.`;
  return {
    message: { text: spoken([said(spokenWords)]), blocks: [section([said(mrkdwn)])] },
    mail: mail(migration, `still waits for somebody to approve or refuse it, until ${until}`, [said(plainWords)]),
  };
}

/** What keeps costing money, also what serves the successor while `isLeaving` its base; `null` where nothing does. */
export function customModelCost(migration: CustomModelMigration, isLeaving: boolean): CustomModelTelling | null {
  const cost = runningCost(migration, isLeaving);
  if (cost === null) return null;
  const said = (markup: Markup) => runningCostWords(migration, cost, markup);
  return {
    message: {
      text: spoken([said(spokenWords)]),
      blocks: [section([said(mrkdwn)]), context([mrkdwn.text(migration.id)])],
    },
    mail: mail(migration, `costs ${cost.price}`, [said(plainWords)]),
  };
}

/** Lines in plain words, one to a line, about one custom model. */
function mail(migration: CustomModelMigration, subject: string, lines: readonly string[]): CustomModelTelling['mail'] {
  const { customModel, id } = migration;
  return {
    subject: clipped(oneLine(`Sundial: ${customModel.name}: ${subject}`), 200),
    text: [`${customModelWords(migration, plainWords)}.`, '', ...lines, '', id].join('\n'),
  };
}

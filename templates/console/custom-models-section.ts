import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelMigrationStatus } from '../../domain/custom-models/custom-model-status.ts';
import { customModelWay } from '../../domain/custom-models/custom-model-status.ts';
import type { Situation } from '../../domain/situation.ts';
import { createdWords, runningCost, runningCostWords } from '../custom-models/words-custom-model-cost.ts';
import { customModelLines } from '../custom-models/words-custom-model.ts';
import { day, escaped, html } from './html.ts';

const names: Readonly<Record<CustomModelMigrationStatus, string>> = {
  proposed: 'Proposed',
  checking: 'Checks',
  training: 'Training',
  deploying: 'Deployment',
  comparing: 'Comparison',
  awaitingApproval: 'Approval',
  promoting: 'Promotion',
  promoted: 'Promoted',
  worse: 'Worse than the old one',
  refused: 'Refused',
  expired: 'Expired',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

/** How far each custom model on the leaving base is, and by when it must be trained. */
export function customModelsSection({ customModels, training, migration }: Situation): string {
  if (customModels.length === 0) return '';
  const shown = customModels.map((one) => article(one, migration.status === 'open')).join('');
  const when = training
    ? `<p class="note">Train by ${day(training.start)}, to be approved before ${day(training.due)}.</p>`
    : '';
  return `<section class="custom-models"><h4>Custom models</h4>${when}${shown}</section>`;
}

function article(migration: CustomModelMigration, isLeaving: boolean): string {
  const { customModel, created } = migration;
  const things = createdWords(created, html);
  const lines = customModelLines(migration, html)
    .map((line) => `<p>${line}</p>`)
    .join('');
  const cost = runningCost(migration, isLeaving);
  return [
    `<article class="custom-model"><h5><code>${escaped(customModel.name)}</code> <span class="quiet">${escaped(customModel.account)}, ${escaped(customModel.region)}</span></h5>`,
    steps(migration),
    lines,
    cost === null ? '' : `<p class="note unknown">${runningCostWords(migration, cost, html)}</p>`,
    things.length > 0
      ? `<details><summary>What was created</summary>${things.map((line) => `<p>${line}</p>`).join('')}</details>`
      : '',
    '</article>',
  ].join('');
}

/** Where it stands on its way; what ended otherwise says so instead. */
function steps({ status }: CustomModelMigration): string {
  const at = customModelWay.findIndex((one) => one === status);
  if (at < 0) return `<p><span class="tag">${names[status]}</span></p>`;
  const items = customModelWay.map((one, index) => {
    const kind = index < at ? 'past' : index === at ? 'now' : 'ahead';
    return `<li class="${kind}"${kind === 'now' ? ' aria-current="step"' : ''}>${names[one]}</li>`;
  });
  return `<ol class="way">${items.join('')}</ol>`;
}

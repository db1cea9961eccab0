import type { Situation } from '../domain/situation.ts';
import { bullets } from './markdown.ts';
import { markdown } from './markup.ts';
import { longDate } from './text.ts';
import { customModelStatusWords, outcomeWords } from './custom-models/words-custom-model.ts';

const reasons = {
  legacy: 'on that day the base becomes Legacy, and nobody can train on it again',
  migrate: 'then the plan moves traffic',
  extendedAccess: 'then extended access begins',
  endOfLife: 'then the base ends',
} as const;

/** How far each custom model on the leaving base is, and by when it must be trained. */
export function ticketCustomModels({ customModels, training }: Situation): readonly string[] {
  if (customModels.length === 0) return [];
  const lines = customModels.map((migration) => {
    const { customModel, outcomes } = migration;
    const place = `${customModel.account}, ${customModel.region}`;
    const [status] = customModelStatusWords(migration, markdown);
    return [`${markdown.code(customModel.name)} (${place}): ${status}`, ...outcomeWords(outcomes, markdown)].join(' ');
  });
  const when = training
    ? [
        `Training begins by **${longDate(training.start)}** and is approved before **${longDate(training.due)}**: ${reasons[training.before]}.`,
      ]
    : [];
  return [...when, bullets(lines)];
}

/** Steps that stay the same while the workflow goes on, so that ticks stay where they were set. */
export function customModelSteps({ customModels }: Situation): readonly string[] {
  return customModels.flatMap(({ customModel: { name } }) => [
    `Custom model ${markdown.code(name)}: train its successor, and decide on it (${markdown.code(`/sundial custom ${name}`)})`,
    `Custom model ${markdown.code(name)}: point its callers at the successor, in each account and Region it was promoted to`,
  ]);
}

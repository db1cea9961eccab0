import type { Situation } from '../domain/situation.ts';
import type { Step } from './markdown.ts';
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

/**
 * Steps whose words stay the same while the workflow goes on, so that ticks stay where they were set. The first two follow it: an approval
 * counts once something serves the new model, since a promotion that fails everywhere leaves nothing of it. The callers are people's.
 */
export function customModelSteps({ customModels }: Situation): readonly Step[] {
  return customModels.flatMap(({ customModel: { name, account, region }, status, outcomes }) => {
    const model = `Custom model ${markdown.code(name)} (${account}, ${region})`;
    const isPromoted = status === 'promoted';
    return [
      {
        text: `${model}: train its successor, compare it and decide on it (${markdown.code(`/sundial custom ${name}`)})`,
        isDone: isPromoted,
      },
      {
        text: `${model}: carry the successor to each account and Region in which it is to be called`,
        isDone: isPromoted && outcomes.every(({ kind }) => kind === 'done'),
      },
      `${model}: point its callers at the successor, in each account and Region it was promoted to`,
    ];
  });
}

import type { Situation } from '../../domain/situation.ts';
import { choiceMessage } from '../../templates/answers/choice-message.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { mrkdwn } from '../../templates/markup.ts';
import { listed } from '../../templates/text.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import type { Meant, Rephrase } from './meant.ts';
import { inChannel, leavingModels, modelMeant } from './meant.ts';
import { allSituations, situationWithId } from './situations.ts';

/**
 * The one migration that words mean: by its own id, by the ARN of something that rests on the model, or of a model and of the team
 * whose channel it is asked in.
 */
export async function migrationMeant(
  words: string,
  asking: Asking,
  deps: SlackDeps,
  rephrase: Rephrase,
): Promise<Meant<Situation>> {
  const exact = await situationWithId(words, deps);
  if (exact) return { kind: 'one', one: exact };

  const all = await allSituations(deps);
  const resting = words.startsWith('arn:') ? all.filter((one) => restsOn(one, words)) : [];
  if (resting.length > 0) return oneOf(resting, rephrase);

  const model = modelMeant(words, deps, rephrase, await leavingModels(deps));
  if (model.kind === 'asked') return model;
  const { modelId, name } = model.one;
  const ofModel = all.filter(({ migration }) => migration.modelId === modelId);
  const here = await inChannel(ofModel, asking, deps);
  const situations = here.length > 0 ? here : ofModel;
  return situations.length > 0
    ? oneOf(situations, rephrase)
    : { kind: 'asked', message: plainAnswer([nothingToLeave(name, modelId)]) };
}

function oneOf(situations: readonly Situation[], rephrase: Rephrase): Meant<Situation> {
  const [first] = situations;
  if (first && situations.length === 1) return { kind: 'one', one: first };
  const sorted = situations.toSorted((a, b) => a.migration.id.localeCompare(b.migration.id));
  const teams = listed([...new Set(sorted.map(({ team }) => mrkdwn.text(team.name)))]);
  return {
    kind: 'asked',
    message: choiceMessage(
      `${teams} have to leave ${mrkdwn.bold(first?.modelName ?? 'it')}. Which team?`,
      sorted.map(({ migration, team }) => ({ name: team.name, id: migration.id, command: rephrase(migration.id) })),
    ),
  };
}

/** An application inference profile, whose ARN never holds the model's id, and whatever else the sweep knows by its ARN. */
function restsOn({ presence }: Situation, arn: string): boolean {
  return presence.dependents.some(({ ownership }) => ownership.dependent.id === arn);
}

function nothingToLeave(name: string, modelId: string): string {
  return `Nobody here has to leave ${mrkdwn.bold(name)} (${mrkdwn.code(modelId)}), as far as any source tells.`;
}

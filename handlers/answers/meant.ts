import { modelsMeant } from '../../catalogue/models-meant.ts';
import { nearestModels } from '../../catalogue/resolve-model.ts';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import { isChannelOf } from '../../domain/mine.ts';
import type { Situation } from '../../domain/situation.ts';
import { choiceMessage } from '../../templates/answers/choice-message.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
import { mrkdwn } from '../../templates/markup.ts';
import { listed } from '../../templates/text.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { allSituations, situationWithId } from './situations.ts';

/** What somebody's words mean, or the question to ask them back. */
export type Meant<One> =
  { readonly kind: 'one'; readonly one: One } | { readonly kind: 'asked'; readonly message: Message };

/** The command with other words in the place of those that were unclear. */
export type Rephrase = (words: string) => string;

/** The one model that words mean. `preferred` settles it where several fit. */
export function modelMeant(
  words: string,
  { catalogue }: Pick<SlackDeps, 'catalogue'>,
  rephrase: Rephrase,
  preferred: (model: CatalogueModel) => boolean = () => false,
): Meant<CatalogueModel> {
  const found = modelsMeant(words, catalogue);
  const liked = found.filter(preferred);
  const models = liked.length > 0 ? liked : found;
  const [model] = models;
  if (model && models.length === 1) return { kind: 'one', one: model };
  const question = model
    ? `${mrkdwn.code(words)} may be several models. Which one?`
    : `No source knows ${mrkdwn.code(words)}. Did you mean one of these?`;
  const choices = model ? models : nearestModels(words, catalogue).flatMap((id) => catalogue.find(id) ?? []);
  return {
    kind: 'asked',
    message: choiceMessage(
      question,
      choices.map(({ modelId, name }) => ({ name, id: modelId, command: rephrase(modelId) })),
    ),
  };
}

/** The one migration that words mean: of the model, and of the team whose channel it is asked in. Its own id says it exactly. */
export async function migrationMeant(
  words: string,
  asking: Asking,
  deps: SlackDeps,
  rephrase: Rephrase,
): Promise<Meant<Situation>> {
  const exact = await situationWithId(words, deps);
  if (exact) return { kind: 'one', one: exact };

  const all = await allSituations(deps);
  const model = modelMeant(words, deps, rephrase, ({ modelId }) =>
    all.some(({ migration }) => migration.modelId === modelId),
  );
  if (model.kind === 'asked') return model;
  const { modelId, name } = model.one;
  const ofModel = all.filter(({ migration }) => migration.modelId === modelId);
  const here = await inChannel(ofModel, asking, deps);
  const situations = (here.length > 0 ? here : ofModel).toSorted((a, b) => a.team.name.localeCompare(b.team.name));
  const [situation] = situations;
  if (situation && situations.length === 1) return { kind: 'one', one: situation };
  if (!situation) return { kind: 'asked', message: plainAnswer([nothingToLeave(name, modelId)]) };
  return {
    kind: 'asked',
    message: choiceMessage(
      `${listed(situations.map(({ team }) => mrkdwn.text(team.name)))} have to leave ${mrkdwn.bold(name)}. Which team?`,
      situations.map(({ migration, team }) => ({ name: team.name, id: migration.id, command: rephrase(migration.id) })),
    ),
  };
}

/** Those whose thread or team is in the channel in which somebody asks. */
export async function inChannel(
  situations: readonly Situation[],
  { user, channel: id }: Pick<Asking, 'user' | 'channel'>,
  { desk }: Pick<SlackDeps, 'desk'>,
): Promise<readonly Situation[]> {
  if (id === null) return [];
  const channel = (await desk.channelsOf(user)).find((one) => one.id === id) ?? { id, name: id };
  return situations.filter(
    ({ migration, team }) => migration.thread?.channel === id || isChannelOf(team.channel, channel),
  );
}

function nothingToLeave(name: string, modelId: string): string {
  return `Nobody here has to leave ${mrkdwn.bold(name)} (${mrkdwn.code(modelId)}), as far as any source tells.`;
}

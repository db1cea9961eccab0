import { modelsMeant } from '../../catalogue/models-meant.ts';
import { nearestModels } from '../../catalogue/resolve-model.ts';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { isChannelOf } from '../../domain/mine.ts';
import type { Situation } from '../../domain/situation.ts';
import { choiceMessage } from '../../templates/answers/choice-message.ts';
import type { Message } from '../../templates/message.ts';
import { mrkdwn } from '../../templates/markup.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';

/** What somebody's words mean, or the question to ask them back. */
export type Meant<One> =
  { readonly kind: 'one'; readonly one: One } | { readonly kind: 'asked'; readonly message: Message };

/** The command with other words in the place of those that were unclear. */
export type Rephrase = (words: string) => string;

/** A model by its id and its name. One that only a notice named is known by its id alone. */
export type NamedModel = Pick<CatalogueModel, 'modelId' | 'name'>;

/** The one model that words mean. `leaving`: models of migrations, which settle it where several fit, also those no catalogue knows. */
export function modelMeant(
  words: string,
  { catalogue }: Pick<SlackDeps, 'catalogue'>,
  rephrase: Rephrase,
  leaving: readonly NamedModel[] = [],
): Meant<NamedModel> {
  const id = baseModelId(words) ?? words;
  const named = leaving.find(({ modelId }) => modelId === id);
  if (named) return { kind: 'one', one: named };

  const found = modelsMeant(words, catalogue);
  const liked = found.filter(({ modelId }) => leaving.some((one) => one.modelId === modelId));
  const models = liked.length > 0 ? liked : found;
  const [model] = models;
  if (model && models.length === 1) return { kind: 'one', one: model };
  const question = model
    ? `${mrkdwn.code(words)} may be several models. Which one?`
    : `No source knows ${mrkdwn.code(words)}. Did you mean one of these?`;
  const choices = model ? models : nearestModels(words, catalogue).flatMap((near) => catalogue.find(near) ?? []);
  return {
    kind: 'asked',
    message: choiceMessage(
      question,
      choices.map(({ modelId, name }) => ({ name, id: modelId, command: rephrase(modelId) })),
    ),
  };
}

/** Models that somebody must leave, each once. */
export async function leavingModels({
  store,
  catalogue,
}: Pick<SlackDeps, 'store' | 'catalogue'>): Promise<NamedModel[]> {
  const ids = new Set((await store.migrations()).map(({ modelId }) => modelId));
  return [...ids].map((modelId) => ({ modelId, name: catalogue.find(modelId)?.name ?? modelId }));
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

import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomDecision, CustomRequest, CustomStart } from '../../domain/request.ts';
import { requestWords } from '../../domain/request-words.ts';
import { choiceMessage } from '../../templates/answers/choice-message.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { customModelAnswer, customModelsAnswer } from '../../templates/custom-models/custom-models-answer.ts';
import { mrkdwn } from '../../templates/markup.ts';
import type { Message } from '../../templates/message.ts';
import type { CustomModelDecision, CustomModelMigrations } from '../custom-models/recustomise-ports.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { done, refused, told } from './asking.ts';
import { mayDo } from './may-do.ts';
import type { Meant } from './meant.ts';
import { modelMeant } from './meant.ts';
import { situationWithId } from './situations.ts';

const nothingTrains = 'This Sundial does not train custom models.';

/** `/sundial custom`: what there is, and what a person decides of one. */
export async function custom(request: CustomRequest, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const { customModels } = deps;
  if (!customModels) return refused(plainAnswer([nothingTrains]));
  const all = await customModels.all();
  if (request.model === null) return told(customModelsAnswer(all));
  const meant = customModelMeant(request.model, all, (model) => requestWords({ ...request, model }));
  if (meant.kind === 'asked') return meant;
  if (request.act === 'show') return told(customModelAnswer(meant.one));
  const forbidden = await mayDecide({ ...request, model: meant.one.id }, meant.one, asking, deps);
  if (forbidden) return refused(forbidden);
  return request.act === 'start'
    ? start(request, meant.one, asking, deps, customModels)
    : answerOf(await customModels[request.act](meant.one.id, asking.user));
}

/** What a button of a custom model's message does; `about` is an id, and behind `#` the attempt that was asked about. */
export async function customButton(
  act: 'start' | 'approve' | 'refuse' | 'cancel',
  about: string,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer> {
  const [id = '', attempt] = about.split('#');
  const now = attempt === undefined ? undefined : (await deps.customModels?.all())?.find((one) => one.id === id);
  if (now && String(now.attempt) !== attempt)
    return refused(plainAnswer(['That question was about an earlier attempt. The latest message says how it stands.']));
  const start = {
    kind: 'custom',
    model: id,
    act: 'start',
    replacement: null,
    hyperParameters: {},
    serving: null,
  } as const;
  return custom(act === 'start' ? start : { kind: 'custom', model: id, act }, asking, deps);
}

/** Training and promoting spend money: whoever may not for one of its migrations may not at all, and is told so. */
async function mayDecide(
  request: CustomDecision | CustomStart,
  { migrationIds }: CustomModelMigration,
  asking: Asking,
  deps: SlackDeps,
): Promise<Message | null> {
  const { user, key, at } = asking;
  const did = requestWords(request);
  for (const about of migrationIds) {
    const situation = await situationWithId(about, deps);
    const forbidden = situation && (await mayDo('custom', situation, asking, did, deps));
    if (forbidden) return forbidden;
  }
  for (const about of migrationIds)
    await deps.store.putAudit({ key, about, who: user, at, did, reason: null, allowed: true });
  return null;
}

async function start(
  { replacement: words, hyperParameters, serving, ...request }: CustomStart,
  { id }: CustomModelMigration,
  { user }: Asking,
  deps: SlackDeps,
  customModels: CustomModelMigrations,
): Promise<Answer> {
  const rephrase = (named: string) => requestWords({ ...request, replacement: named, hyperParameters, serving });
  const replacement = words === null ? null : modelMeant(words, deps, rephrase);
  if (replacement?.kind === 'asked') return replacement;
  return answerOf(
    await customModels.start(id, user, {
      hyperParameters,
      ...(replacement && { replacement: replacement.one.modelId }),
      ...(serving && { serving }),
    }),
  );
}

function answerOf(decision: CustomModelDecision): Answer {
  switch (decision.kind) {
    case 'done':
      return done(customModelAnswer(decision.migration));
    case 'notNow':
      return refused(plainAnswer([`That cannot be done now: ${mrkdwn.text(decision.why)}.`]));
    case 'unknown':
      return refused(plainAnswer(['Sundial keeps no such custom model any more.']));
  }
}

/** By its id, its ARN or its name, which may stand in several accounts and Regions. */
function customModelMeant(
  words: string,
  all: readonly CustomModelMigration[],
  rephrase: (words: string) => string,
): Meant<CustomModelMigration> {
  const exact = all.find(({ id, customModel }) => id === words || customModel.arn === words);
  const named = all.filter(({ customModel }) => customModel.name.toLowerCase() === words.toLowerCase());
  const [one] = exact ? [exact] : named;
  if (one && (exact || named.length === 1)) return { kind: 'one', one };
  const question = one
    ? `Several custom models are called ${mrkdwn.code(words)}. Which one?`
    : `No custom model ${mrkdwn.code(words)} rests on a model that goes away.${all.length > 0 ? ' Did you mean one of these?' : ''}`;
  const choices = (one ? named : all).map(({ id, customModel }) => ({
    name: `${customModel.name} (${customModel.account}, ${customModel.region})`,
    id,
    command: rephrase(id),
  }));
  return { kind: 'asked', message: choiceMessage(question, choices) };
}

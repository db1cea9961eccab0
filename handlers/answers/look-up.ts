import { modelsMeant } from '../../catalogue/models-meant.ts';
import { knowledgeOf } from '../../domain/catalogue.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { modelOutlook } from '../../domain/model-outlook.ts';
import { plain } from '../../domain/nearest.ts';
import { requestWords } from '../../domain/request-words.ts';
import type { Situation } from '../../domain/situation.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { situationsMessage } from '../../templates/answers/situations-message.ts';
import { statusMessage } from '../../templates/answers/status-message.ts';
import { timelineMessage } from '../../templates/answers/timeline-message.ts';
import { digestMessage } from '../../templates/digest-message.ts';
import type { Message } from '../../templates/message.ts';
import { mrkdwn } from '../../templates/markup.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { told } from './asking.ts';
import { inChannel, leavingModels, modelMeant } from './meant.ts';
import { allSituations, ownSituations } from './situations.ts';

/** All migrations; those of a team; or those of a model, in full where it is one. */
export async function status(about: string | null, deps: SlackDeps): Promise<Answer> {
  const all = await allSituations(deps);
  if (about === null)
    return told(situationsMessage('What must be left', all, 'Nothing: no model that anybody uses goes away.'));

  const team = [...deps.configuration.teams.keys()].find((name) => plain(name) === plain(about));
  if (team !== undefined) {
    const ofTeam = all.filter(({ migration }) => migration.team === team);
    return told(situationsMessage(`What ${mrkdwn.text(team)} must leave`, ofTeam, 'Nothing.'));
  }

  const exact = all.find(({ migration }) => migration.id === about);
  if (exact) return inFull(exact, deps);
  const models = new Set(modelsMeant(about, deps.catalogue).map(({ modelId }) => modelId)).add(
    baseModelId(about) ?? about,
  );
  const ofModel = all.filter(({ migration }) => models.has(migration.modelId));
  const [only] = ofModel;
  if (only && ofModel.length === 1) return inFull(only, deps);
  if (ofModel.length > 0) return told(situationsMessage(`Who must leave ${mrkdwn.text(about)}`, ofModel, ''));

  const model = modelMeant(about, deps, (words) => requestWords({ kind: 'status', about: words }));
  if (model.kind === 'asked') return model;
  return told(plainAnswer([`Nobody has to leave ${mrkdwn.bold(model.one.name)}, as far as any source tells.`]));
}

async function inFull(situation: Situation, { store }: SlackDeps): Promise<Answer> {
  return told(statusMessage(situation, await store.audit(situation.migration.id)));
}

/** The dates of a model with what was heard since the catalogue was written, and a plan. */
export async function timeline(words: string, region: string | null, deps: SlackDeps): Promise<Answer> {
  const rephrase = (model: string) => requestWords({ kind: 'timeline', model, region });
  const model = modelMeant(words, deps, rephrase, await leavingModels(deps));
  if (model.kind === 'asked') return model;
  const { modelId, name } = model.one;
  const knowledge = knowledgeOf(modelId, deps.catalogue, await deps.store.heard(modelId));
  const noticePeriod = deps.catalogue.find(modelId)?.noticePeriod ?? null;
  const outlook = modelOutlook(
    { ...knowledge, name, noticePeriod },
    region,
    deps.catalogue,
    deps.configuration,
    deps.now(),
  );
  return told(timelineMessage(outlook));
}

export async function mine({ user }: Asking, deps: SlackDeps): Promise<Message> {
  const own = await ownSituations(user, deps);
  return situationsMessage('Your migrations', own, 'None: you lead or watch none, and your channels have none.');
}

export async function digest(asking: Asking, deps: SlackDeps): Promise<Message> {
  const here = await inChannel(await allSituations(deps), asking, deps);
  return digestMessage(here);
}

import type { CatalogueModel } from '../../domain/catalogue.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { mrkdwn } from '../../templates/markup.ts';
import { unlessTracker } from '../failed-trackers.ts';
import { reconcile } from '../reconcile.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { done } from './asking.ts';

/** Whoever watches a model is called by name when there is news of it; asking again ends it. */
export async function watch(
  { modelId, name }: Pick<CatalogueModel, 'modelId' | 'name'>,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer> {
  const { user } = asking;
  const stops = await wantsToStop(modelId, asking, deps);
  await (stops ? deps.store.removeWatcher(modelId, user) : deps.store.putWatcher(modelId, user));

  const ofModel = (await deps.store.migrations()).filter((migration) => migration.modelId === modelId);
  for (const { id } of ofModel) await reconcile(id, deps).catch(unlessTracker);
  const what = mrkdwn.bold(name);
  if (stops) return done(plainAnswer([`You are not called any more when there is news of ${what}.`]));
  const none = ofModel.length === 0 ? ['No team has to leave it now; you are called when one must.'] : [];
  return done(plainAnswer([`You are called by name when there is news of ${what}.`, ...none]));
}

/** Decided once and written down first, so that the same request, taken up again after a crash, does not turn about. */
async function wantsToStop(modelId: string, { user, key, at }: Asking, { store }: SlackDeps): Promise<boolean> {
  const { watchers = [] } = await store.heard(modelId);
  const did = watchers.includes(user) ? 'stop watching' : 'watch';
  await store.putAudit({ key, about: modelId, who: user, at, did, reason: null, allowed: true });
  return (await store.audit(modelId)).find((entry) => entry.key === key)?.did === 'stop watching';
}

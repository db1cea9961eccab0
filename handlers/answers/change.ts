import type { Change } from '../../domain/change-migration.ts';
import { changeMigration } from '../../domain/change-migration.ts';
import type { Migration } from '../../domain/migration.ts';
import type { MigrationRequest } from '../../domain/request.ts';
import { requestWords } from '../../domain/request-words.ts';
import { replacementFor } from '../../domain/replacement.ts';
import type { Situation } from '../../domain/situation.ts';
import { laterWords, refusalWords } from '../../templates/answers/change-words.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { doneAnswer } from '../../templates/answers/done-answer.ts';
import { heardCatalogue } from '../heard-catalogue.ts';
import { unlessTracker } from '../failed-trackers.ts';
import { reconcile } from '../reconcile.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { done, refused } from './asking.ts';
import { mayDo } from './may-do.ts';

/**
 * Changes a migration as a person asks: who may not is told so, what cannot be is refused in words. What is done stands in the audit
 * trail first, then in the store, then in thread and ticket; done again after a crash it is the same.
 */
export async function change(
  request: MigrationRequest,
  situation: Situation,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer> {
  const { id, modelId } = situation.migration;
  const did = requestWords({ ...request, model: id });
  const forbidden = await mayDo(request.kind, situation, asking, did, deps);
  if (forbidden) return refused(forbidden);

  const { policy } = deps.configuration;
  const catalogue = await heardCatalogue(modelId, request.kind === 'replace' ? [request.candidate] : [], deps);
  const choiceOf = (candidate: string) =>
    replacementFor(
      modelId,
      { operator: [candidate], notice: [] },
      catalogue,
      policy.replacementMinimumDays,
      situation.now,
    );
  const made = changeMigration(request, situation, { by: asking.user, at: asking.at }, choiceOf);
  if (made.kind === 'refused') return refused(plainAnswer([refusalWords(made.why)]));

  const reason = 'reason' in request ? request.reason : null;
  await deps.store.putAudit({
    key: asking.key,
    about: id,
    who: asking.user,
    at: asking.at,
    did,
    reason,
    allowed: true,
  });
  for (;;) {
    const migration = await deps.store.migration(id);
    if (!migration) throw new Error(`there is no migration ${id}`);
    if (isOutdated(made.change, migration)) return refused(plainAnswer([laterWords]));
    if (await deps.store.putMigration({ ...migration, ...made.change })) break;
  }
  await reconcile(id, deps).catch(unlessTracker);
  return done(doneAnswer(request, situation));
}

/** Requests may come late, twice and out of order: what somebody decided after this one was asked stands. */
function isOutdated(change: Change, migration: Migration): boolean {
  return (Object.keys(change) as (keyof Change)[]).some(
    (name) => (migration[name]?.at ?? '') > (change[name]?.at ?? ''),
  );
}

import { isCleanedUp, startingLater } from '../../domain/custom-models/clean-up.ts';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelChanges, CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { becoming, isEnded, mayBecome } from '../../domain/custom-models/custom-model-status.ts';
import { customModelProposals } from '../../domain/custom-models/custom-model-proposals.ts';
import { startedAnew } from '../../domain/custom-models/custom-model-start.ts';
import { answerApproval } from './answer-approval.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { CustomModelDecision, CustomModelDeps, CustomModelMigrations } from './recustomise-ports.ts';
import { tellCustomModelMigration } from './tell-custom-model-migration.ts';

/** Why something is not done now, and what is kept of it nevertheless. */
interface Refusal {
  readonly why: string;
  readonly kept?: CustomModelMigration;
}

/** Proposals, and what people decide of them. Every decision is written down before anything is done, so it may be repeated. */
export function customModelMigrations(deps: CustomModelDeps): CustomModelMigrations {
  const { customModelMigrations: store, recustomising, now } = deps;
  const decided = async (
    id: string,
    change: (migration: CustomModelMigration) => CustomModelMigration | Refusal,
    then: (migration: CustomModelMigration) => Promise<unknown>,
  ): Promise<CustomModelDecision> => {
    if (!(await store.one(id))) return { kind: 'unknown' };
    const refusal: { why: string | null } = { why: null };
    const migration = await changeCustomModelMigration(store, id, (before) => {
      const after = change(before);
      refusal.why = 'why' in after ? after.why : null;
      return 'why' in after ? (after.kept ?? null) : after;
    });
    if (refusal.why !== null) return { kind: 'notNow', migration, why: refusal.why };
    await then(migration);
    return { kind: 'done', migration: await tellCustomModelMigration(migration, deps) };
  };
  const answered = (id: string, by: string, approved: boolean) =>
    decided(
      id,
      (before) => {
        if (before.status !== 'awaitingApproval' || !before.approval)
          return { why: `nobody is asked: it is ${before.status}` };
        if (before.approval.decision) return { why: `${before.approval.decision.by} has decided already` };
        const at = now().toUTC().toISO() ?? '';
        if (at >= before.approval.expiresAt) return { why: 'the time to decide is over' };
        return { ...before, approval: { ...before.approval, decision: { approved, by, at } } };
      },
      (migration) => answerApproval(migration, deps),
    );

  return {
    async propose(leaving) {
      const known = await store.all();
      const proposed = customModelProposals(leaving, known, now());
      for (const one of proposed) if (await store.put(one)) await tellCustomModelMigration(one, deps);
      return proposed.filter(({ id }) => known.every((before) => before.id !== id)).map(({ id }) => id);
    },
    start: (id: string, by: string, changes: CustomModelChanges = {}) =>
      decided(
        id,
        (before) => {
          if (!mayBecome(before, 'checking')) return { why: `it is ${before.status}` };
          if (!isCleanedUp(before)) return { why: laterWords(before), kept: startingLater(before, by, changes) };
          return startedAnew(before, by, changes, now(), deps.configuration.customModels);
        },
        (migration) => recustomising.start(migration),
      ),
    approve: (id, by) => answered(id, by, true),
    refuse: (id, by) => answered(id, by, false),
    cancel: (id, by) =>
      decided(
        id,
        (before) => {
          if (before.again) return { ...before, again: null };
          if (isEnded(before)) return { why: `it is ${before.status}` };
          return becoming(before, 'cancelled', now(), { reason: `cancelled by ${by}` });
        },
        (migration) => recustomising.stop(migration),
      ),
    all: () => store.all(),
  };
}

function laterWords(migration: CustomModelMigration): string {
  const { length } = leftovers(migration);
  const left = length === 0 ? '' : `, ${length === 1 ? 'one thing' : `${length} things`} so far`;
  return `what attempt ${migration.attempt} left is still being looked for and removed${left}; it starts by itself as soon as that is done`;
}

import { isOver } from '../../../domain/comparison-runs.ts';
import { cleanedUp, isCleanedUp, mayStillCreate } from '../../../domain/custom-models/clean-up.ts';
import { leftovers } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName, migrationOfJob } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming, isUnderWay } from '../../../domain/custom-models/custom-model-status.ts';
import { withPromotedKept } from '../../../domain/custom-models/promoted-things.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { tellCustomModelMigration } from '../tell-custom-model-migration.ts';
import { comparisonOf } from './compare-step.ts';
import { failureWords } from './failure-words.ts';
import { removeAll } from './remove-all.ts';
import { seenCreated } from './seen-created.ts';
import type { StepAnswer } from './under-way.ts';
import { lookAgain, remember } from './under-way.ts';

/** What went wrong, as the state machine or EventBridge knows it. */
export interface CleanUpInput {
  readonly id?: string;
  /** Whose execution says so; a later attempt is not its business. */
  readonly attempt?: number;
  /** Name of an execution that was stopped, or ran out of time. */
  readonly execution?: string;
  readonly error: string;
  readonly cause: string;
}

const done: StepAnswer = { next: 'done' };

/**
 * Ends a migration that cannot go on, and removes what was created and not promoted; said again, it goes on where it was. Once nothing is left
 * and nothing more can appear, another attempt may begin. Throws the first fault once everything had its turn.
 */
export async function cleanUpStep(input: CleanUpInput, deps: RecustomiseDeps): Promise<StepAnswer> {
  const id = input.id ?? migrationOfJob(input.execution ?? '') ?? '';
  const known = await deps.customModelMigrations.one(id);
  if (!known || known.attempt === 0) return done;
  if (isOfAnother(input, known)) {
    // Whoever began it may have died before its execution was started.
    if (isUnderWay(known)) await deps.recustomising.start(known);
    return done;
  }

  const ended = await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    isUnderWay(now) && now.attempt === known.attempt ? failed(now, failureWords(input.error, input.cause), deps) : null,
  );
  if (ended.attempt !== known.attempt) return done;
  const run = await comparisonOf(ended, deps);
  if (run && !isOver(run) && run.keys?.length === 1)
    await deps.cancelComparison(run.runId, 'its custom model’s migration');
  const { things, isBusy, faults } = await seenCreated(ended, deps);
  const there = await remember(id, things, deps);
  // Another clean-up was through meanwhile: what is there now is the next attempt's.
  if (there.attempt !== known.attempt) return done;
  const removal = await removeAll(there, leftovers(there), deps);
  const all = [...faults, ...removal.faults];
  if (all.length > 0) {
    // Somebody has to mend it: they hear now how it ended, and what is still there.
    await tellCustomModelMigration(removal.after, deps);
    throw all[0];
  }
  if (isBusy || leftovers(removal.after).length > 0) return lookAgain(removal.after, 120, deps);
  const told = await tellCustomModelMigration(removal.after, deps);
  if (mayStillCreate(told, deps.now())) return lookAgain(told, 120, deps);
  return concluded(told, deps);
}

/** A fault is no reason to throw away what a person approved, also while asked about it again: it stays, and it is said how to go on with it. */
function failed(now: CustomModelMigration, why: string, deps: RecustomiseDeps): CustomModelMigration {
  // There are targets only from an approval on.
  if (now.status !== 'promoting' && now.outcomes.length === 0)
    return becoming(now, 'failed', deps.now(), { reason: why });
  const stays = `${now.newModelArn ?? 'The new model'} was approved and stays, with what serves its copies: carry it on with sundial custom promote, or delete it.`;
  return becoming(withPromotedKept(now), 'failed', deps.now(), { reason: `${why} ${stays}` });
}

function isOfAnother({ execution, attempt }: CleanUpInput, known: CustomModelMigration): boolean {
  return (
    (execution !== undefined && execution !== attemptName(known)) ||
    (attempt !== undefined && attempt !== known.attempt)
  );
}

/** Says that nothing is left, and begins the next attempt where somebody asked for it meanwhile. */
async function concluded({ id, attempt }: CustomModelMigration, deps: RecustomiseDeps): Promise<StepAnswer> {
  const { customModels } = deps.configuration;
  const after = await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.attempt !== attempt || isCleanedUp(now) || leftovers(now).length > 0
      ? null
      : cleanedUp(now, deps.now(), customModels),
  );
  if (isUnderWay(after)) await deps.recustomising.start(after);
  return after.attempt === attempt && leftovers(after).length > 0 ? lookAgain(after, 120, deps) : done;
}

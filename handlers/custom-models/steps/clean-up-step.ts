import { isOver } from '../../../domain/comparison-runs.ts';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { leftovers } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { attemptName, migrationOfJob } from '../../../domain/custom-models/custom-model-start.ts';
import { becoming, isUnderWay } from '../../../domain/custom-models/custom-model-status.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { tellCustomModelMigration } from '../tell-custom-model-migration.ts';
import { comparisonOf } from './compare-step.ts';
import { failureWords } from './failure-words.ts';
import { seenCreated } from './seen-created.ts';
import type { StepAnswer } from './under-way.ts';
import { remember } from './under-way.ts';

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

/** What costs most goes first, and a model after what serves it. */
const order: readonly CreatedThing['kind'][] = [
  'provisionedThroughput',
  'deployment',
  'customizationJob',
  'copyJob',
  'resourceShare',
  'customModel',
];

/**
 * Ends a migration that cannot go on, and removes what was created and not promoted; said again, it goes on where it was. Throws the first
 * fault once everything had its turn.
 */
export async function cleanUpStep(input: CleanUpInput, deps: RecustomiseDeps): Promise<StepAnswer> {
  const id = input.id ?? migrationOfJob(input.execution ?? '') ?? '';
  const known = await deps.customModelMigrations.one(id);
  if (!known || known.attempt === 0) return { next: 'done' };
  if (input.execution !== undefined && input.execution !== attemptName(known)) return { next: 'done' };
  if (input.attempt !== undefined && input.attempt !== known.attempt) return { next: 'done' };

  const ended = await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    isUnderWay(now) ? becoming(now, 'failed', deps.now(), { reason: failureWords(input.error, input.cause) }) : null,
  );
  const run = await comparisonOf(ended, deps);
  if (run && !isOver(run) && run.keys?.length === 1)
    await deps.cancelComparison(run.runId, 'its custom model’s migration');
  const { things, isBusy, faults } =
    ended.status === 'promoted' ? { things: [], isBusy: false, faults: [] } : await seenCreated(ended, deps);
  const removal = await removeAll(await remember(id, things, deps), deps);
  const all = [...faults, ...removal.faults];
  if (all.length > 0) {
    // Somebody has to mend it: they hear now how it ended, and what is still there.
    await tellCustomModelMigration(removal.after, deps);
    throw all[0];
  }
  if (isBusy || leftovers(removal.after).length > 0) return { next: 'wait' };
  await tellCustomModelMigration(removal.after, deps);
  return { next: 'done' };
}

/** What cannot be removed stands in no other thing's way. */
async function removeAll(
  migration: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<{ readonly after: CustomModelMigration; readonly faults: readonly unknown[] }> {
  let after = migration;
  const faults: unknown[] = [];
  const things = leftovers(migration).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const thing of things)
    await removeOne(thing, migration, deps).then(
      (changed) => void (after = changed ?? after),
      (fault: unknown) => void faults.push(fault),
    );
  return { after, faults };
}

/** `null` while that takes its time. */
async function removeOne(
  thing: CreatedThing,
  { id }: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<CustomModelMigration | null> {
  const workshop = await deps.workshop(thing);
  if (!(await workshop.remove(thing))) return null;
  const removedAt = deps.now().toUTC().toISO() ?? '';
  return changeCustomModelMigration(deps.customModelMigrations, id, (now) => ({
    ...now,
    created: now.created.map((one) => (one.arn === thing.arn ? { ...one, removedAt } : one)),
  }));
}

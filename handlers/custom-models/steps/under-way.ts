import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { withCreated } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { pollSeconds } from '../../../domain/custom-models/poll-seconds.ts';
import { isUnderWay } from '../../../domain/custom-models/custom-model-status.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { tellCustomModelMigration } from '../tell-custom-model-migration.ts';
import { RecustomiseError } from './recustomise-error.ts';

/** What a step answers: where the state machine goes. */
export interface StepAnswer {
  readonly next: string;
}

/** It takes its time: the state machine asks again after so many seconds. */
export interface Waiting extends StepAnswer {
  readonly next: 'wait';
  readonly seconds: number;
}

/** Asks again after at least so many seconds, the later the longer its status has lasted. */
export function lookAgain(
  { changedAt }: Pick<CustomModelMigration, 'changedAt'>,
  shortest: number,
  { now }: Pick<RecustomiseDeps, 'now'>,
): Waiting {
  return { next: 'wait', seconds: pollSeconds(changedAt, now(), shortest) };
}

/** The migration, told as it stands; one that is over, by a person or otherwise, goes no further. */
export async function underWay(id: string, deps: RecustomiseDeps): Promise<CustomModelMigration> {
  const migration = await deps.customModelMigrations.one(id);
  if (!migration) throw new RecustomiseError(`there is no custom model migration ${id}`);
  if (!isUnderWay(migration)) throw new RecustomiseError(`the custom model migration ${id} is ${migration.status}`);
  return tellCustomModelMigration(migration, deps);
}

/** Changes it while it is under way and tells of it; whoever ended it meanwhile has the last word. */
export async function goOn(
  id: string,
  deps: RecustomiseDeps,
  change: (migration: CustomModelMigration) => CustomModelMigration | null,
): Promise<CustomModelMigration> {
  await changeCustomModelMigration(deps.customModelMigrations, id, (now) => (isUnderWay(now) ? change(now) : null));
  return underWay(id, deps);
}

/** Something that was created, as it is first seen; `costs` is in US dollars by the hour. */
export function created(
  kind: CreatedThing['kind'],
  arn: string,
  usdPerHour: number | null,
  { now }: Pick<RecustomiseDeps, 'now'>,
): CreatedThing {
  const [, , , region = '', account = ''] = arn.split(':');
  const createdAt = now().toUTC().toISO() ?? '';
  return { kind, arn, account, region, usdPerHour, createdAt, removedAt: null, kept: false };
}

/** Writes down what is there, once, also of a migration that is over. */
export async function remember(
  id: string,
  things: readonly CreatedThing[],
  { customModelMigrations }: RecustomiseDeps,
): Promise<CustomModelMigration> {
  return changeCustomModelMigration(customModelMigrations, id, (now) => {
    const all = withCreated(now.created, things);
    return all === now.created ? null : { ...now, created: all };
  });
}

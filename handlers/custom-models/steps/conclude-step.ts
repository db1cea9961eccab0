import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { becoming } from '../../../domain/custom-models/custom-model-status.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';
import { RecustomiseError } from './recustomise-error.ts';
import type { StepAnswer } from './under-way.ts';
import { underWay } from './under-way.ts';

/** Ends a promotion: what serves somewhere stays, and everything else that was created is cleaned up after this. */
export async function concludeStep(id: string, deps: RecustomiseDeps): Promise<StepAnswer> {
  const { outcomes } = await underWay(id, deps);
  const failed = outcomes.filter(({ kind }) => kind !== 'done');
  if (failed.length === outcomes.length)
    throw new RecustomiseError(
      `It could be promoted nowhere. ${failed.map(({ region, account, why }) => `${region} (${account}): ${why ?? 'not reached'}`).join(' ')}`,
    );
  await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.status === 'promoting'
      ? becoming(keeping(now), 'promoted', deps.now(), {
          reason:
            failed.length === 0
              ? null
              : 'Where it failed, try again with sundial custom promote: what is there is left alone.',
        })
      : null,
  );
  return { next: 'done' };
}

/** The new model itself, what copies serve, and what made them. */
function keeping(migration: CustomModelMigration): CustomModelMigration {
  const { outcomes, newModelArn, created } = migration;
  const done = outcomes.filter(({ kind }) => kind === 'done');
  const stays = new Set([newModelArn, ...done.flatMap(({ model, serves }) => [model, serves])]);
  const isRecord = (kind: string) => kind === 'customizationJob' || kind === 'copyJob' || kind === 'resourceShare';
  return { ...migration, created: created.map((one) => ({ ...one, kept: stays.has(one.arn) || isRecord(one.kind) })) };
}

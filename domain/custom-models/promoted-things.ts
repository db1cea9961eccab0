import type { CustomModelMigration } from './custom-model-migration.ts';

/** With everything marked as kept that was approved: the new model itself, what copies serve, and what made them. */
export function withPromotedKept(migration: CustomModelMigration): CustomModelMigration {
  const { outcomes, newModelArn, created } = migration;
  const done = outcomes.filter(({ kind }) => kind === 'done');
  const stays = new Set([newModelArn, ...done.flatMap(({ model, serves }) => [model, serves])]);
  const isRecord = (kind: string) => kind === 'customizationJob' || kind === 'copyJob' || kind === 'resourceShare';
  return { ...migration, created: created.map((one) => ({ ...one, kept: stays.has(one.arn) || isRecord(one.kind) })) };
}

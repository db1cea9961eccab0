import type { CustomModelMigration } from './custom-model-migration.ts';

/** Detail of Sundial's own event `Custom Model Migration Changed`; docs/events.md has its JSON schema. */
export interface CustomModelMigrationChanged extends Pick<
  CustomModelMigration,
  | 'customModel'
  | 'base'
  | 'replacement'
  | 'migrationIds'
  | 'status'
  | 'jobArn'
  | 'newModelArn'
  | 'servingArn'
  | 'runId'
  | 'verdict'
  | 'outcomes'
  | 'created'
  | 'problems'
  | 'reason'
> {
  readonly customModelMigrationId: string;
  /** The same for a repeated delivery of the same change. */
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
}

export function customModelMigrationChanged(migration: CustomModelMigration): CustomModelMigrationChanged {
  const { id, customModel, base, replacement, migrationIds, status, reason, problems, changedAt } = migration;
  const { jobArn, newModelArn, servingArn, runId, verdict, outcomes, created } = migration;
  return {
    key: customModelMigrationKey(migration),
    customModelMigrationId: id,
    customModel,
    base,
    replacement,
    migrationIds,
    status,
    jobArn,
    newModelArn,
    servingArn,
    runId,
    verdict,
    outcomes,
    created,
    problems,
    reason,
    at: changedAt,
  };
}

/** Names one change of one migration's status. */
export function customModelMigrationKey({
  id,
  sequence,
  status,
}: Pick<CustomModelMigration, 'id' | 'sequence' | 'status'>): string {
  return `customModelMigration|${id}|${sequence}|${status}`;
}

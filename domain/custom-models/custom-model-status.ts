import type { DateTime } from 'luxon';
import type { CustomModelMigration } from './custom-model-migration.ts';

/** The way of a custom model, in the order in which it is walked. */
export const customModelWay = [
  'proposed',
  'checking',
  'training',
  'deploying',
  'comparing',
  'awaitingApproval',
  'promoting',
  'promoted',
] as const;

/** `worse`: the comparison shows that the new model does worse; `refused`: the person who was asked said no. */
export const customModelMigrationStatuses = [
  ...customModelWay,
  'worse',
  'refused',
  'expired',
  'cancelled',
  'failed',
] as const;
export type CustomModelMigrationStatus = (typeof customModelMigrationStatuses)[number];

/** What the status may change to; a start begins with `checking`. */
const allowed: Readonly<Record<CustomModelMigrationStatus, readonly CustomModelMigrationStatus[]>> = {
  proposed: ['checking', 'cancelled'],
  checking: ['training', 'failed', 'cancelled'],
  training: ['deploying', 'failed', 'cancelled'],
  deploying: ['comparing', 'failed', 'cancelled'],
  comparing: ['awaitingApproval', 'worse', 'failed', 'cancelled'],
  awaitingApproval: ['promoting', 'refused', 'expired', 'failed', 'cancelled'],
  // Back to the person where it could be carried nowhere.
  promoting: ['promoted', 'awaitingApproval', 'failed', 'cancelled'],
  promoted: [],
  worse: ['checking'],
  refused: ['checking'],
  expired: ['checking'],
  cancelled: ['checking'],
  failed: ['checking'],
};

export function mayBecome({ status }: CustomModelMigration, next: CustomModelMigrationStatus): boolean {
  return allowed[status].includes(next);
}

/** With another status; throws where the status may not change so. */
export function becoming(
  migration: CustomModelMigration,
  status: CustomModelMigrationStatus,
  at: DateTime,
  more: Partial<CustomModelMigration> = {},
): CustomModelMigration {
  if (!mayBecome(migration, status))
    throw new Error(`the custom model migration ${migration.id} is ${migration.status} and cannot become ${status}`);
  const changedAt = at.toUTC().toISO() ?? '';
  return { ...migration, ...more, status, sequence: migration.sequence + 1, changedAt };
}

/** Nothing is done for it any more. */
export function isEnded({ status }: Pick<CustomModelMigration, 'status'>): boolean {
  return ['promoted', 'worse', 'refused', 'expired', 'cancelled', 'failed'].includes(status);
}

/** A state machine works on it. */
export function isUnderWay(migration: Pick<CustomModelMigration, 'status'>): boolean {
  return migration.status !== 'proposed' && !isEnded(migration);
}

/** Approved, and carried to none of its targets: what was paid for is there, and a person has to say what becomes of it. */
export function isStranded({ status, outcomes }: Pick<CustomModelMigration, 'status' | 'outcomes'>): boolean {
  return status === 'promoting' && outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'failed');
}

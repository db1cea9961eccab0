import type { CustomModelMigration } from './custom-model-migration.ts';

/** What an attempt has found and made before it begins: nothing. */
export const freshAttempt = {
  trainingBase: null,
  jobArn: null,
  newModelArn: null,
  servingArn: null,
  oldServingArn: null,
  runId: null,
  verdict: null,
  approval: null,
  outcomes: [],
  entered: [],
  problems: [],
  reason: null,
} as const satisfies Partial<CustomModelMigration>;

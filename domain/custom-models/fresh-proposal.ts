import type { CustomModelMigration } from './custom-model-migration.ts';
import { freshAttempt } from './fresh-attempt.ts';

/** What a proposal is before anybody has started anything. */
export const freshProposal = {
  status: 'proposed',
  sequence: 1,
  told: 0,
  attempt: 0,
  cleaned: 0,
  again: null,
  original: null,
  hyperParameters: {},
  notes: [],
  serving: 'onDemand',
  targets: [],
  newName: null,
  ...freshAttempt,
  created: [],
  startedBy: null,
} as const satisfies Partial<CustomModelMigration>;

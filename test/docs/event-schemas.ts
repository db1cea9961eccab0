import * as z from 'zod/mini';
import { stages } from '../../domain/lifecycle.ts';
import type { MigrationChanged as MigrationChangedDetail } from '../../domain/migration-changed.ts';

const day = z.nullable(z.iso.date());
const account = z.string().check(z.regex(/^\d{12}$/));

/** EventBridge's own fields, as far as a subscriber may rely on them. */
const envelope = {
  version: z.literal('0'),
  id: z.string(),
  source: z.literal('sundial'),
  account,
  time: z.iso.datetime(),
  region: z.string(),
  resources: z.array(z.string()),
};

/** What handlers/on-lifecycle-change.ts takes. */
export const ModelLifecycleChanged = z.object({
  ...envelope,
  'detail-type': z.literal('Model Lifecycle Changed'),
  detail: z.object({
    modelId: z.string(),
    regions: z.array(z.string()).check(z.minLength(1)),
    accounts: z.array(account),
    dates: z.object({ legacy: day, extendedAccess: day, endOfLife: day }),
    status: z.optional(z.string()),
    withdrawn: z.nullish(z.boolean()),
  }),
});

const MigrationChangedDetail = z.object({
  migrationId: z.string(),
  modelId: z.string(),
  team: z.string(),
  change: z.enum(['opened', 'changed', 'done', 'reopened']),
  status: z.enum(['open', 'done']),
  stage: z.enum(stages),
  emergency: z.boolean(),
  daysLeft: z.nullable(z.int()),
  dates: z.object({ launch: day, legacy: day, extendedAccess: day, endOfLife: day, noSoonerThan: day }),
  regions: z.array(z.string()),
  accounts: z.array(account),
  replacement: z.nullable(z.object({ modelId: z.string(), source: z.enum(['notice', 'catalogue', 'operator']) })),
  ticket: z.nullable(z.object({ key: z.string(), url: z.string() })),
  thread: z.nullable(z.object({ channel: z.string(), ts: z.string() })),
  key: z.string(),
}) satisfies z.ZodMiniType<MigrationChangedDetail>;

/** What domain/migration-changed.ts makes, as it stands on the bus. */
export const MigrationChanged = z.object({
  ...envelope,
  'detail-type': z.literal('Migration Changed'),
  detail: MigrationChangedDetail,
});

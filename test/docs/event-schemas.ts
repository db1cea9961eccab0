import * as z from 'zod/mini';
import { buttonNames, formNames } from '../../domain/slack-request.ts';
import { stages } from '../../domain/lifecycle.ts';
import type { CustomModelMigrationChanged as CustomModelMigrationChangedDetail } from '../../domain/custom-models/custom-model-migration-changed.ts';
import { customModelMigrationStatuses } from '../../domain/custom-models/custom-model-status.ts';
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

const target = {
  account,
  region: z.string(),
  serving: z.enum(['deployment', 'provisioned', 'none']),
  key: z.nullable(z.string()),
};

const CustomModelMigrationChangedDetail = z.object({
  key: z.string(),
  customModelMigrationId: z.string(),
  customModel: z.object({ arn: z.string(), name: z.string(), account, region: z.string() }),
  base: z.string(),
  replacement: z.nullable(z.string()),
  migrationIds: z.array(z.string()),
  status: z.enum(customModelMigrationStatuses),
  jobArn: z.nullable(z.string()),
  newModelArn: z.nullable(z.string()),
  servingArn: z.nullable(z.string()),
  runId: z.nullable(z.string()),
  verdict: z.nullable(z.object({ kind: z.string(), reasons: z.array(z.string()) })),
  outcomes: z.array(
    z.object({
      ...target,
      kind: z.enum(['waiting', 'done', 'failed']),
      model: z.nullable(z.string()),
      serves: z.nullable(z.string()),
      why: z.nullable(z.string()),
    }),
  ),
  created: z.array(
    z.object({
      kind: z.enum([
        'customizationJob',
        'customModel',
        'deployment',
        'provisionedThroughput',
        'resourceShare',
        'copyJob',
      ]),
      arn: z.string(),
      account,
      region: z.string(),
      usdPerHour: z.nullable(z.number()),
      createdAt: z.iso.datetime(),
      removedAt: z.nullable(z.iso.datetime()),
      kept: z.boolean(),
    }),
  ),
  problems: z.array(z.string()),
  reason: z.nullable(z.string()),
  at: z.iso.datetime(),
}) satisfies z.ZodMiniType<CustomModelMigrationChangedDetail>;

/** What domain/custom-models/custom-model-migration-changed.ts makes, as it stands on the bus. */
export const CustomModelMigrationChanged = z.object({
  ...envelope,
  'detail-type': z.literal('Custom Model Migration Changed'),
  detail: CustomModelMigrationChangedDetail,
});

const ModelNames = z.object({ current: z.string().check(z.minLength(1)), candidate: z.string().check(z.minLength(1)) });

/** What handlers/on-comparison-requested.ts takes. */
export const ComparisonRequested = z.object({
  ...envelope,
  'detail-type': z.literal('Comparison Requested'),
  detail: z.object({
    key: z.nullish(z.string()),
    current: z.string().check(z.minLength(1)),
    candidate: z.string().check(z.minLength(1)),
    names: z.nullish(ModelNames),
    region: z.string().check(z.regex(/^[a-z]{2,}(-[a-z]+)+-\d+$/)),
    dataset: z.string().check(z.minLength(1)),
    sample: z.nullish(z.int().check(z.minimum(1))),
    judge: z.nullish(z.string()),
    budget: z.nullish(z.number().check(z.minimum(0))),
    engine: z.nullish(z.enum(['onDemand', 'batch'])),
    migrationIds: z.nullish(z.array(z.string())),
    requestedBy: z.nullish(z.string()),
    at: z.nullish(z.iso.datetime()),
  }),
});

const breakKinds = [
  'refusal',
  'truncated',
  'malformed',
  'schema',
  'toolCall',
  'language',
  'empty',
  'guardrail',
  'error',
  'lost',
] as const;

const Summary = z.object({
  runId: z.string(),
  current: z.string(),
  candidate: z.string(),
  names: z.optional(ModelNames),
  region: z.string(),
  dataset: z.string(),
  verdict: z.object({ kind: z.enum(['ready', 'regressed', 'inconclusive']), reasons: z.array(z.string()) }),
  cases: z.int(),
  answered: z.int(),
  failed: z.int(),
  primary: z.nullable(
    z.object({
      name: z.string(),
      difference: z.number(),
      interval: z.nullable(z.tuple([z.number(), z.number()])),
    }),
  ),
  newBreaks: z.int(),
  worst: z.optional(z.array(z.object({ caseId: z.string(), kind: z.enum(breakKinds) }))),
  notes: z.optional(z.array(z.string())),
  report: z.nullable(z.string()),
  concludedAt: z.iso.datetime(),
});

/** What domain/comparison-concluded.ts makes, as it stands on the bus. */
export const ComparisonConcluded = z.object({
  ...envelope,
  'detail-type': z.literal('Comparison Concluded'),
  detail: z.object({
    key: z.string(),
    runId: z.string(),
    outcome: z.enum(['concluded', 'failed', 'cancelled']),
    current: z.string(),
    candidate: z.string(),
    region: z.string(),
    dataset: z.string(),
    migrationIds: z.array(z.string()),
    requestedBy: z.nullable(z.string()),
    reason: z.nullable(z.string()),
    summary: z.nullable(Summary),
    at: z.iso.datetime(),
  }),
});

const fields = z.record(z.string(), z.nullable(z.union([z.string(), z.array(z.string())])));
const about = z.nullable(z.string());

/** What handlers/on-slack-request.ts takes. */
export const SlackRequestReceived = z.object({
  ...envelope,
  'detail-type': z.literal('Slack Request Received'),
  detail: z.object({
    key: z.string(),
    at: z.iso.datetime(),
    user: z.string().check(z.regex(/^[UW][A-Z0-9]+$/)),
    channel: z.nullable(z.string()),
    responseUrl: z.nullable(z.string()),
    asked: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('command'), text: z.string() }),
      z.object({ kind: z.literal('button'), button: z.enum(buttonNames), about: z.string() }),
      z.object({
        kind: z.literal('openForm'),
        form: z.enum(formNames),
        viewId: z.string(),
        about,
        fields,
      }),
      z.object({ kind: z.literal('submitForm'), form: z.enum(formNames), about, fields }),
      z.object({ kind: z.literal('openHome') }),
    ]),
  }),
});

/** What handlers/on-ticket-changed.ts takes. */
export const TicketChanged = z.object({
  ...envelope,
  'detail-type': z.literal('Ticket Changed'),
  detail: z.object({
    tracker: z.enum(['github', 'jira', 'servicenow', 'pagerduty']),
    ticket: z.string(),
    id: z.optional(z.string()),
    address: z.optional(z.string()),
    at: z.iso.datetime(),
  }),
});

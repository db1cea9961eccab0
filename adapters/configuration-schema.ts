import * as z from 'zod/mini';
import { defaultSweepScope } from '../domain/sweep-scope.ts';
import { CustomModels, customModelsByDefault } from './configuration-custom-models.ts';
import { account, day, model, modelId, name, pattern, patterns, principal, region } from './configuration-fields.ts';
import { Policy, policyByDefault } from './configuration-policy.ts';
import { Slack, slackByDefault } from './configuration-slack.ts';
import { Team } from './configuration-team.ts';
import { TrackerFields } from './configuration-tracker.ts';

const Route = z.strictObject({
  accounts: z.optional(z.array(account)),
  regions: z.optional(z.array(region)),
  models: z.optional(z.array(model)),
  tags: z.optional(patterns),
  profiles: z.optional(z.array(pattern)),
  requestMetadata: z.optional(patterns),
  principals: z.optional(z.array(principal)),
  team: name,
});

const Waiver = z.strictObject({
  model,
  path: z.optional(name),
  reason: name,
  until: day,
});

const Sweep = z.strictObject({
  accounts: z.optional(z.array(account).check(z.minLength(1, 'expected at least one account'))),
  organization: z._default(z.boolean(), defaultSweepScope.organization),
  regions: z.optional(z.array(region).check(z.minLength(1, 'expected at least one Region'))),
  role: z._default(
    z.string().check(z.regex(/^[\w+=,.@-]{1,64}$/, "expected a role's name, not its ARN")),
    defaultSweepScope.role,
  ),
  externalId: z.optional(
    z.string().check(z.regex(/^[\w+=,.@:/-]{2,1224}$/, 'expected an external id of 2 to 1,224 characters')),
  ),
  invocationLogs: z._default(z.boolean(), defaultSweepScope.invocationLogs),
});

/** `sundial.yml`; the JSON schema for editors, docs/sundial.schema.json, is made from this. */
export const ConfigurationFile = z.strictObject({
  teams: z.record(z.string().check(z.regex(/^[\w-]+$/, 'expected a name of letters, digits and dashes')), Team),
  routes: z._default(z.array(Route), []),
  defaultTeam: name,
  campaigns: z.optional(TrackerFields),
  policy: z._default(Policy, policyByDefault),
  replacements: z._default(z.record(modelId, modelId), {}),
  waivers: z._default(z.array(Waiver), []),
  slack: z._default(Slack, slackByDefault),
  sweep: z._default(Sweep, {
    organization: defaultSweepScope.organization,
    role: defaultSweepScope.role,
    invocationLogs: defaultSweepScope.invocationLogs,
  }),
  customModels: z._default(CustomModels, customModelsByDefault),
});
export type ConfigurationFile = z.output<typeof ConfigurationFile>;

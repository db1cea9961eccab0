import * as z from 'zod/mini';
import type { CustomModelSettings } from '../domain/custom-models/custom-model-settings.ts';
import { defaultCustomModelSettings } from '../domain/custom-models/custom-model-settings.ts';
import { account, region } from './configuration-fields.ts';

const Target = z.strictObject({
  account,
  region,
  serving: z._default(z.enum(['deployment', 'provisioned', 'none']), 'deployment'),
  key: z.optional(
    z.string().check(z.regex(/^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, "expected a key's ARN")),
  ),
});

const { serving, approvalDays, trainingDays } = defaultCustomModelSettings;
const days = (most: number) =>
  z.int().check(z.minimum(1, 'expected at least a day'), z.maximum(most, `expected at most ${most} days`));

/** `customModels` in sundial.yml. */
export const CustomModels = z.strictObject({
  role: z.optional(z.string().check(z.regex(/^[\w+=,.@-]{1,64}$/, "expected a role's name, not its ARN"))),
  externalId: z.optional(
    z.string().check(z.regex(/^[\w+=,.@:/-]{2,1224}$/, 'expected an external id of 2 to 1,224 characters')),
  ),
  targets: z._default(z.array(Target), []),
  serving: z._default(z.enum(['onDemand', 'provisioned']), serving),
  approvalDays: z._default(days(90), approvalDays),
  trainingDays: z._default(days(60), trainingDays),
  throughputUsdPerHour: z.optional(z.number().check(z.minimum(0, 'expected a price'))),
});

/** `customModels` where the file does not say. */
export const customModelsByDefault = { targets: [], serving, approvalDays, trainingDays };

export function customModelsOf(given: z.output<typeof CustomModels>): CustomModelSettings {
  const { role = null, externalId = null, throughputUsdPerHour = null, targets } = given;
  return {
    ...given,
    role,
    externalId,
    throughputUsdPerHour,
    targets: targets.map(({ key = null, ...target }) => ({ ...target, key })),
  };
}

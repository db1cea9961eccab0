import * as z from 'zod/mini';
import type { CustomModelSettings } from '../domain/custom-models/custom-model-settings.ts';
import type { MailSettings } from '../domain/custom-models/mail-settings.ts';
import { defaultCustomModelSettings } from '../domain/custom-models/custom-model-settings.ts';
import { account, region } from './configuration-fields.ts';

/** All of them are followed by one execution, which has 25,000 events. */
const mostTargets = 10;

const Target = z.strictObject({
  account,
  region,
  serving: z._default(z.enum(['deployment', 'provisioned', 'none']), 'deployment'),
  key: z.optional(
    z.string().check(z.regex(/^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, "expected a key's ARN")),
  ),
});

const address = z
  .string()
  .check(z.regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'expected an address such as ml@example.com'));
const Email = z.union(
  [
    z.strictObject({ topic: z.string().check(z.regex(/^arn:aws[\w-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+$/)) }),
    z.strictObject({ from: address, to: z.array(address).check(z.minLength(1), z.maxLength(50)) }),
  ],
  'expected { topic } with the ARN of an SNS topic, or { from, to } with addresses',
);

const { serving, approvalDays, trainingDays } = defaultCustomModelSettings;
const days = (most: number) =>
  z.int().check(z.minimum(1, 'expected at least a day'), z.maximum(most, `expected at most ${most} days`));

/** `customModels` in sundial.yml. */
export const CustomModels = z.strictObject({
  role: z.optional(z.string().check(z.regex(/^[\w+=,.@-]{1,64}$/, "expected a role's name, not its ARN"))),
  externalId: z.optional(
    z.string().check(z.regex(/^[\w+=,.@:/-]{2,1224}$/, 'expected an external id of 2 to 1,224 characters')),
  ),
  targets: z._default(z.array(Target).check(z.maxLength(mostTargets, `expected at most ${mostTargets} targets`)), []),
  serving: z._default(z.enum(['onDemand', 'provisioned']), serving),
  approvalDays: z._default(days(90), approvalDays),
  trainingDays: z._default(days(60), trainingDays),
  throughputUsdPerHour: z.optional(z.number().check(z.minimum(0, 'expected a price'))),
  email: z.optional(Email),
});

/** `customModels` where the file does not say. */
export const customModelsByDefault = { targets: [], serving, approvalDays, trainingDays };

export function customModelsOf(given: z.output<typeof CustomModels>): CustomModelSettings {
  const { role = null, externalId = null, throughputUsdPerHour = null, targets, email, ...others } = given;
  return {
    ...others,
    mail: mailOf(email),
    role,
    externalId,
    throughputUsdPerHour,
    targets: targets.map(({ key = null, ...target }) => ({ ...target, key })),
  };
}

function mailOf(email: z.output<typeof Email> | undefined): MailSettings | null {
  if (!email) return null;
  return 'topic' in email ? { kind: 'sns', topic: email.topic } : { kind: 'ses', ...email };
}

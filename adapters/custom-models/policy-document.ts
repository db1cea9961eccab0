import * as z from 'zod/mini';
import type { PolicyDocument } from '../../domain/iam/policy-document.ts';

const list = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
);
/** Values of conditions may also stand there as booleans and numbers. */
const scalar = z.pipe(
  z.union([z.string(), z.boolean(), z.number()]),
  z.transform((value) => String(value)),
);
const values = z.union([
  z.array(scalar),
  z.pipe(
    scalar,
    z.transform((value) => [value]),
  ),
]);
const principals = z.union([
  z.literal('*'),
  z.strictObject({
    AWS: z.optional(list),
    Service: z.optional(list),
    Federated: z.optional(list),
    CanonicalUser: z.optional(list),
  }),
]);
/** An element that is not known here could change what a statement means. */
const statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.optional(principals),
  NotPrincipal: z.optional(principals),
  Action: z.optional(list),
  NotAction: z.optional(list),
  Resource: z.optional(list),
  NotResource: z.optional(list),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), values))),
});
const document = z.object({
  Version: z._default(z.string(), '2008-10-17'),
  Statement: z.union([
    z.array(statement),
    z.pipe(
      statement,
      z.transform((one) => [one]),
    ),
  ]),
});

/** A policy that cannot be read as IAM's grammar has it. */
export class PolicyDocumentError extends Error {
  override readonly name = 'PolicyDocumentError';
}

/** A policy as AWS gives it, JSON or JSON in percent-encoding, with lists for single values. Throws `PolicyDocumentError`. */
export function readPolicyDocument(text: string, of: string): PolicyDocument {
  try {
    const json = text.startsWith('%') ? decodeURIComponent(text) : text;
    return document.parse(JSON.parse(json)) as PolicyDocument;
  } catch (cause) {
    throw new PolicyDocumentError(`${of} is no policy that can be read`, { cause });
  }
}

import type { AttachedPolicies } from '../../domain/custom-models/import-policy-findings.ts';
import type { ImportPolicy, ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';

export const developmentAccount = '111122223333';
export const hostingAccount = '444455556666';

export function importTerms(overrides: Partial<ImportTerms> = {}): ImportTerms {
  return {
    partition: 'aws',
    region: 'us-east-1',
    developmentAccount,
    hostingAccount,
    bucket: 'example-weights',
    prefix: 'support-7b',
    role: 'BedrockModelImport',
    bucketKey: `arn:aws:kms:us-east-1:${developmentAccount}:key/11111111-1111-1111-1111-111111111111`,
    modelKey: `arn:aws:kms:us-east-1:${hostingAccount}:key/22222222-2222-2222-2222-222222222222`,
    ...overrides,
  };
}

/** Policies as they are once both administrators have attached them. */
export function attached(policies: readonly ImportPolicy[] = importPolicies(importTerms())): AttachedPolicies {
  const of = (kind: ImportPolicyKind) => policies.find((one) => one.kind === kind)?.document ?? null;
  return {
    bucket: of('bucketPolicy'),
    trust: of('roleTrust'),
    role: policies.flatMap(({ kind, document }) =>
      kind === 'rolePermissions' || kind === 'roleKeyPermissions' ? [document] : [],
    ),
    developmentKey: of('developmentKeyPolicy'),
    hostingKey: of('hostingKeyPolicy'),
  };
}

import type { AttachedPolicies } from '../../domain/custom-models/import-policy-findings.ts';
import type { ImportPolicy, ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import { importStoryTerms } from '../../local/aws/custom-models/import-story.ts';

export const { developmentAccount, hostingAccount } = importStoryTerms;

export function importTerms(overrides: Partial<ImportTerms> = {}): ImportTerms {
  return { ...importStoryTerms, ...overrides };
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

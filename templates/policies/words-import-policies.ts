import type { ImportPolicy, ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import type { ImportPolicyFinding } from '../../domain/custom-models/import-policy-findings.ts';

/** What a policy of an import is called: `the bucket policy`. */
export const importPolicyWords: Readonly<Record<ImportPolicyKind, string>> = {
  bucketPolicy: 'the bucket policy in the development account',
  roleTrust: "the execution role's trust policy in the hosting account",
  rolePermissions: "the execution role's permissions on the bucket in the hosting account",
  developmentKeyPolicy: "the key policy of the bucket's key in the development account",
  hostingKeyPolicy: "the key policy of the imported model's key in the hosting account",
  roleKeyPermissions: "the execution role's permissions on the keys in the hosting account",
};

/** Why a policy is there. */
export const importPolicyReasons: Readonly<Record<ImportPolicyKind, string>> = {
  bucketPolicy:
    'The owner of the bucket lets the execution role, and nobody else of its account, list and read the weights.',
  roleTrust: 'Bedrock may assume the role for import jobs of this account and Region only (no confused deputy).',
  rolePermissions: "The role may list and read these weights, as long as the bucket is the development account's.",
  developmentKeyPolicy: 'The weights are encrypted by this key; its owner lets the role decrypt them.',
  hostingKeyPolicy: 'The imported model is encrypted by this key; the role may use it, and Bedrock gets its grant.',
  roleKeyPermissions: 'The role may use the keys; across accounts a key policy alone is not enough.',
};

/** `lacks kms:Decrypt and kms:DescribeKey`. */
export function findingWords(finding: ImportPolicyFinding): string {
  const policy = importPolicyWords[finding.policy];
  switch (finding.kind) {
    case 'missing':
      return `${policy} does not allow ${finding.actions.join(', ')}`;
    case 'denied':
      return `${policy} denies ${finding.actions.join(', ')}${finding.sid === null ? '' : ` (statement ${finding.sid})`}`;
    case 'tooWide':
      return `${policy} ${finding.would}`;
    case 'unclear':
      return `${policy} has conditions that cannot be judged here: ${finding.operators.join(', ')}`;
  }
}

/** What to do about a finding, given the policy as it should be. */
export function mendWords({ kind, policy }: ImportPolicyFinding, wanted: ImportPolicy | undefined): string {
  const at = wanted ? `${wanted.attachedTo} in account ${wanted.account}` : importPolicyWords[policy];
  switch (kind) {
    case 'missing':
      return `Add the statements below to ${at}.`;
    case 'denied':
      return `Take the statement that denies it off ${at}, or except the role from it.`;
    case 'tooWide':
      return `Narrow what is attached to ${at} to the statements below.`;
    case 'unclear':
      return `Look at the conditions of ${at} yourself.`;
  }
}

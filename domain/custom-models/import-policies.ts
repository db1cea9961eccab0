import type { PolicyDocument } from '../iam/policy-document.ts';
import { policyDocument } from '../iam/policy-document.ts';
import type { ImportTerms } from './import-terms.ts';
import {
  assumeByImportJobs,
  forTheRole,
  readOwnersWeights,
  readWeights,
  useBucketKey,
  useModelKey,
} from './import-statements.ts';

/** What a policy of an import is attached to. */
export const importPolicyKinds = [
  'bucketPolicy',
  'roleTrust',
  'rolePermissions',
  'developmentKeyPolicy',
  'hostingKeyPolicy',
  'roleKeyPermissions',
] as const;
export type ImportPolicyKind = (typeof importPolicyKinds)[number];
/** Those of buckets, keys and roles, which name who may. */
export type ResourcePolicyKind = Exclude<ImportPolicyKind, 'rolePermissions' | 'roleKeyPermissions'>;

/** One policy that an administrator attaches. */
export interface ImportPolicy {
  readonly kind: ImportPolicyKind;
  /** Whose administrator attaches it. */
  readonly account: string;
  /** Bucket name, role name or key ARN. */
  readonly attachedTo: string;
  /** Its statements are added to those that are there: a bucket and a key have one policy each. */
  readonly document: PolicyDocument;
}

/**
 * Every policy that a cross-account import needs, in the order in which two administrators can attach them. Bucket and keys name the hosting
 * account and, by `aws:PrincipalArn`, the one role in it: a role as principal must be there before the policy is.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/cross-account-access-cmi.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-import-iam-role.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/import-model-using-cmk.html
 */
export function importPolicies(terms: ImportTerms): readonly ImportPolicy[] {
  const { developmentAccount, hostingAccount, bucket, role, bucketKey, modelKey } = terms;
  const development = { account: developmentAccount };
  const hosting = { account: hostingAccount };
  const keyPermissions = [...(bucketKey ? [useBucketKey(bucketKey)] : []), ...(modelKey ? useModelKey(modelKey) : [])];

  return [
    {
      kind: 'bucketPolicy',
      ...development,
      attachedTo: bucket,
      document: policyDocument(forTheRole(terms, readWeights(terms))),
    },
    { kind: 'roleTrust', ...hosting, attachedTo: role, document: policyDocument([assumeByImportJobs(terms)]) },
    { kind: 'rolePermissions', ...hosting, attachedTo: role, document: policyDocument(readOwnersWeights(terms)) },
    ...(bucketKey
      ? [
          {
            kind: 'developmentKeyPolicy' as const,
            ...development,
            attachedTo: bucketKey,
            document: policyDocument(forTheRole(terms, [useBucketKey('*')])),
          },
        ]
      : []),
    ...(modelKey
      ? [
          {
            kind: 'hostingKeyPolicy' as const,
            ...hosting,
            attachedTo: modelKey,
            document: policyDocument(forTheRole(terms, useModelKey('*'))),
          },
        ]
      : []),
    ...(keyPermissions.length > 0
      ? [
          {
            kind: 'roleKeyPermissions' as const,
            ...hosting,
            attachedTo: role,
            document: policyDocument(keyPermissions),
          },
        ]
      : []),
  ];
}

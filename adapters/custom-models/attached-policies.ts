import type { IAMClient } from '@aws-sdk/client-iam';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import { GetBucketPolicyCommand } from '@aws-sdk/client-s3';
import type { AttachedPolicies } from '../../domain/custom-models/import-policy-findings.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import type { PolicyDocument } from '../../domain/iam/policy-document.ts';
import type { CallError } from '../call-error.ts';
import { callError } from '../call-error.ts';
import { keyPolicy } from './key-policy.ts';
import { readPolicyDocument } from './policy-document.ts';

/** Clients that look at policies: bucket and its key as the development account, role and the model's key as the hosting account. */
export interface PolicyClients {
  readonly development: { readonly s3: S3Client; readonly kms: KMSClient };
  readonly hosting: { readonly iam: IAMClient; readonly kms: KMSClient };
}

export interface ReadPolicies {
  readonly attached: AttachedPolicies;
  /** The role's permissions boundary, which narrows what it may do; its ARN. */
  readonly boundary: string | null;
  /** Calls that failed; what they ask for counts as unread. */
  readonly failures: readonly CallError[];
}

/** The policies of an import as they are attached now. Reads only; what cannot be read is no policy that is missing. */
export async function readAttachedPolicies(
  { development, hosting }: PolicyClients,
  { bucket, role, developmentAccount, bucketKey, modelKey }: ImportTerms,
): Promise<ReadPolicies> {
  const failures: CallError[] = [];
  const name = role.slice(role.lastIndexOf('/') + 1);
  const tried = async <Answer>(call: string, ask: () => Promise<Answer>): Promise<Answer | 'unread'> =>
    ask().catch((fault: unknown) => {
      failures.push(callError(call, fault));
      return 'unread';
    });
  const [bucketPolicy, found, permissions, developmentKey, hostingKey] = await Promise.all([
    tried('s3:GetBucketPolicy', () => bucketPolicyOf(development.s3, bucket, developmentAccount)),
    tried('iam:GetRole', () => roleOf(hosting.iam, name)),
    tried('iam:GetRolePolicy', () => permissionsOf(hosting.iam, name)),
    bucketKey ? tried('kms:GetKeyPolicy', () => keyPolicy(development.kms, bucketKey)) : null,
    modelKey ? tried('kms:GetKeyPolicy', () => keyPolicy(hosting.kms, modelKey)) : null,
  ]);

  return {
    attached: {
      bucket: bucketPolicy,
      trust: found === 'unread' ? found : found.trust,
      role: permissions,
      developmentKey,
      hostingKey,
    },
    boundary: found === 'unread' ? null : found.boundary,
    failures,
  };
}

async function bucketPolicyOf(s3: S3Client, bucket: string, owner: string): Promise<PolicyDocument | null> {
  const asked = new GetBucketPolicyCommand({ Bucket: bucket, ExpectedBucketOwner: owner });
  const answer = await s3.send(asked).catch(orNothing('NoSuchBucketPolicy'));
  return answer?.Policy === undefined ? null : readPolicyDocument(answer.Policy, `the policy of the bucket ${bucket}`);
}

async function roleOf(iam: IAMClient, name: string) {
  const answer = await iam.send(new GetRoleCommand({ RoleName: name })).catch(orNothing('NoSuchEntityException'));
  const trust = answer?.Role?.AssumeRolePolicyDocument;
  return {
    trust: trust === undefined ? null : readPolicyDocument(trust, `the trust policy of the role ${name}`),
    boundary: answer?.Role?.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
  };
}

/** Inline policies and attached ones; none where there is no such role. */
async function permissionsOf(iam: IAMClient, RoleName: string): Promise<readonly PolicyDocument[]> {
  const documents: PolicyDocument[] = [];
  try {
    for await (const { PolicyNames = [] } of paginateListRolePolicies({ client: iam }, { RoleName }))
      for (const PolicyName of PolicyNames) {
        const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
        documents.push(readPolicyDocument(PolicyDocument, `the role's policy ${PolicyName}`));
      }
    for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client: iam }, { RoleName }))
      for (const { PolicyArn = '' } of AttachedPolicies) documents.push(await managedPolicy(iam, PolicyArn));
  } catch (fault) {
    orNothing('NoSuchEntityException')(fault);
  }
  return documents;
}

async function managedPolicy(iam: IAMClient, PolicyArn: string): Promise<PolicyDocument> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId ?? 'v1';
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return readPolicyDocument(PolicyVersion?.Document ?? '', PolicyArn);
}

/** That there is none is an answer. */
function orNothing(name: string): (fault: unknown) => null {
  return (fault) => {
    if (fault instanceof Error && fault.name === name) return null;
    throw fault;
  };
}

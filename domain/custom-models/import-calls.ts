import type { IamRequest } from '../iam/evaluate.ts';
import type { Principal } from '../iam/principal.ts';
import type { ImportPolicyKind, ResourcePolicyKind } from './import-policies.ts';
import type { ImportTerms } from './import-terms.ts';
import { bucketArn, importJobArn, importRoleArn, weightsArn } from './import-terms.ts';

/** A call that an import makes, and the policies that decide it. */
export interface ImportCall {
  readonly request: IamRequest;
  /** `null` where no policy of the role's is asked: the service itself calls. */
  readonly identity: ImportPolicyKind | null;
  readonly resource: ResourcePolicyKind;
}

/** The calls that Bedrock makes for an import, in the order in which it makes them. */
export function importCalls(terms: ImportTerms): readonly ImportCall[] {
  const { prefix, bucketKey, modelKey, developmentAccount, hostingAccount } = terms;
  const folder = prefix === '' ? '' : `${prefix}/`;
  const bucketKeyCall = (key: string) => (action: string) =>
    keyCall(terms, action, key, developmentAccount, 'developmentKeyPolicy');
  const modelKeyCall =
    (key: string) =>
    (action: string): ImportCall =>
      keyCall(terms, action, key, hostingAccount, 'hostingKeyPolicy', forAws(action));

  return [
    assumeRole(terms, { account: hostingAccount, jobs: importJobArn(terms) }),
    ...[...new Set([folder, prefix])].map((listed) =>
      weightsCall(terms, 's3:ListBucket', bucketArn(terms), { 's3:prefix': listed }),
    ),
    weightsCall(terms, 's3:GetObject', weightsArn(terms, 'config.json')),
    ...(bucketKey ? ['kms:Decrypt', 'kms:DescribeKey'].map(bucketKeyCall(bucketKey)) : []),
    ...(modelKey ? modelKeyActions.map(modelKeyCall(modelKey)) : []),
  ];
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
const modelKeyActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:DescribeKey',
  'kms:CreateGrant',
];

/** Bedrock has its grant made for itself. */
function forAws(action: string): IamRequest['context'] {
  return action === 'kms:CreateGrant' ? { 'kms:GrantIsForAWSResource': 'true' } : {};
}

/** The service assumes the role for a job; `jobs` is where its ARN begins. */
export function assumeRole(
  terms: ImportTerms,
  source: { readonly account: string; readonly jobs: string },
  service = 'bedrock.amazonaws.com',
): ImportCall {
  return {
    request: {
      principal: { kind: 'service', name: service },
      action: 'sts:AssumeRole',
      resource: { arn: importRoleArn(terms), account: terms.hostingAccount, ownPolicyDecides: true },
      context: { 'aws:SourceAccount': source.account, 'aws:SourceArn': `${source.jobs}abcdefghij12` },
    },
    identity: null,
    resource: 'roleTrust',
  };
}

export function weightsCall(
  terms: ImportTerms,
  action: string,
  arn: string,
  context: IamRequest['context'] = {},
  account = terms.developmentAccount,
): ImportCall {
  return {
    request: { principal: importRole(terms), action, resource: { arn, account, ownPolicyDecides: false }, context },
    identity: 'rolePermissions',
    resource: 'bucketPolicy',
  };
}

export function keyCall(
  terms: ImportTerms,
  action: string,
  arn: string,
  account: string,
  resource: 'developmentKeyPolicy' | 'hostingKeyPolicy',
  context: IamRequest['context'] = {},
): ImportCall {
  return {
    request: { principal: importRole(terms), action, resource: { arn, account, ownPolicyDecides: true }, context },
    identity: 'roleKeyPermissions',
    resource,
  };
}

function importRole(terms: ImportTerms): Principal {
  return { kind: 'role', arn: importRoleArn(terms), account: terms.hostingAccount };
}

import type { Statement } from '../iam/policy-document.ts';
import type { ImportTerms } from './import-terms.ts';
import { bucketArn, importJobArn, importRoleArn, weightsArn } from './import-terms.ts';

/** The service may assume the role for import jobs of this account and Region, and for nobody else's. */
export function assumeByImportJobs(terms: ImportTerms): Statement {
  return {
    Sid: 'ModelImportAssumeRole',
    Effect: 'Allow',
    Principal: { Service: ['bedrock.amazonaws.com'] },
    Action: ['sts:AssumeRole'],
    Condition: {
      StringEquals: { 'aws:SourceAccount': [terms.hostingAccount] },
      ArnLike: { 'aws:SourceArn': [`${importJobArn(terms)}*`] },
    },
  };
}

/** A bucket of this name that belongs to somebody else is not read. */
export function readOwnersWeights(terms: ImportTerms): readonly Statement[] {
  const owner = { 'aws:ResourceAccount': [terms.developmentAccount] };
  return readWeights(terms).map((one) => ({ ...one, Condition: { ...one.Condition, StringEquals: owner } }));
}

export function readWeights(terms: ImportTerms): readonly Statement[] {
  const { prefix } = terms;
  return [
    {
      Sid: 'ModelImportListWeights',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucketArn(terms)],
      ...(prefix !== '' && { Condition: { StringLike: { 's3:prefix': [prefix, `${prefix}/*`] } } }),
    },
    {
      Sid: 'ModelImportReadWeights',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [weightsArn(terms, '*')],
    },
  ];
}

export function useBucketKey(resource: string): Statement {
  return {
    Sid: 'ModelImportDecryptWeights',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: [resource],
  };
}

/** Grants only for AWS's own services: Bedrock makes one for itself, to serve the model. */
export function useModelKey(resource: string): readonly Statement[] {
  return [
    {
      Sid: 'ModelImportEncryptModel',
      Effect: 'Allow',
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: [resource],
    },
    {
      Sid: 'ModelImportGrantToBedrock',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: [resource],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}

/** The same for the execution role only: its account is the principal, and the condition names the role in it. */
export function forTheRole(terms: ImportTerms, statements: readonly Statement[]): readonly Statement[] {
  return statements.map((one) => ({
    ...one,
    Principal: { AWS: [`arn:${terms.partition}:iam::${terms.hostingAccount}:root`] },
    Condition: { ...one.Condition, ArnEquals: { 'aws:PrincipalArn': [importRoleArn(terms)] } },
  }));
}

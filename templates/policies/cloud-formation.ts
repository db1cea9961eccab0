import type { ImportPolicy } from '../../domain/custom-models/import-policies.ts';
import type { Statement } from '../../domain/iam/policy-document.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: object;
}

/** A CloudFormation template, in JSON's form. */
export interface CloudFormationTemplate {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Description: string;
  readonly Metadata?: { readonly KeyPolicyStatements: Readonly<Record<string, readonly Statement[]>> };
  readonly Resources: Readonly<Record<string, Resource>>;
}

/**
 * One template for each account, by account id. No resource of CloudFormation adds to the policy of a key that is there already: such
 * statements stand in the template's metadata.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
export function importTemplates(policies: readonly ImportPolicy[]): Readonly<Record<string, CloudFormationTemplate>> {
  const accounts = [...new Set(policies.map(({ account }) => account))];
  return Object.fromEntries(
    accounts.map((account) => [account, template(policies.filter((one) => one.account === account))]),
  );
}

function template(policies: readonly ImportPolicy[]): CloudFormationTemplate {
  const keys = policies.filter(({ kind }) => kind === 'developmentKeyPolicy' || kind === 'hostingKeyPolicy');
  const statements = Object.fromEntries(keys.map((one) => [one.attachedTo, one.document.Statement]));
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Policies for a cross-account import of a model into Amazon Bedrock',
    ...(keys.length > 0 && { Metadata: { KeyPolicyStatements: statements } }),
    Resources: { ...bucketPolicy(policies), ...role(policies) },
  };
}

function bucketPolicy(policies: readonly ImportPolicy[]): Readonly<Record<string, Resource>> {
  return Object.fromEntries(
    policies
      .filter(({ kind }) => kind === 'bucketPolicy')
      .map(({ attachedTo, document }) => [
        'BucketPolicy',
        { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: attachedTo, PolicyDocument: document } },
      ]),
  );
}

function role(policies: readonly ImportPolicy[]): Readonly<Record<string, Resource>> {
  const inline = policies.filter(({ kind }) => kind === 'rolePermissions' || kind === 'roleKeyPermissions');
  return Object.fromEntries(
    policies
      .filter(({ kind }) => kind === 'roleTrust')
      .map(({ attachedTo, document }) => {
        const [name = '', ...path] = attachedTo.split('/').toReversed();
        return [
          'ImportRole',
          {
            Type: 'AWS::IAM::Role',
            Properties: {
              RoleName: name,
              ...(path.length > 0 && { Path: `/${path.toReversed().join('/')}/` }),
              AssumeRolePolicyDocument: document,
              Policies: inline.map((one) => ({ PolicyName: policyName(one), PolicyDocument: one.document })),
            },
          },
        ];
      }),
  );
}

/** What an inline policy of the role is called: `ModelImportWeights`, `ModelImportKeys`. */
export function policyName({ kind }: ImportPolicy): string {
  return kind === 'roleKeyPermissions' ? 'ModelImportKeys' : 'ModelImportWeights';
}

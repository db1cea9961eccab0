import type { ApplicablePolicies, IamRequest } from '../iam/evaluate.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { PolicyDocument, Statement } from '../iam/policy-document.ts';
import { policyDocument } from '../iam/policy-document.ts';

/** A key that a copy of a model depends on, and the role that copies. */
export interface CopyKey {
  readonly key: string;
  /** Whose it is: the model's own key is the source account's. */
  readonly account: string;
  readonly roleArn: string;
  readonly roleAccount: string;
  /** Regions in which Bedrock uses the key on the role's behalf. */
  readonly regions: readonly string[];
  readonly use: 'decryptSource' | 'encryptCopy';
}

const actions = {
  decryptSource: ['kms:Decrypt'],
  encryptCopy: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'],
} as const;

/**
 * What a key policy must say so that a role of the target account can copy a model: decrypt the source by its key, or encrypt the copy by another,
 * and only through Bedrock.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html#encryption-copy
 */
export function copyKeyStatement({ roleArn, use, regions }: CopyKey): Statement {
  return {
    Sid: use === 'decryptSource' ? 'ModelCopyDecryptSource' : 'ModelCopyEncryptCopy',
    Effect: 'Allow',
    Principal: { AWS: [roleArn] },
    Action: actions[use],
    Resource: ['*'],
    Condition: { StringLike: { 'kms:ViaService': regions.map((region) => `bedrock.${region}.amazonaws.com`) } },
  };
}

/** The actions that a key's policy does not allow the role; what the role's own policies say is not known here, and taken as enough. */
export function missingKeyActions(key: CopyKey, policy: PolicyDocument | null): readonly string[] {
  return actions[key.use].filter((action) =>
    key.regions.some((region) => {
      const request: IamRequest = {
        principal: { kind: 'role', arn: key.roleArn, account: key.roleAccount },
        action,
        resource: { arn: key.key, account: key.account, ownPolicyDecides: true },
        context: { 'kms:ViaService': `bedrock.${region}.amazonaws.com`, 'kms:GrantIsForAWSResource': 'true' },
      };
      const policies: ApplicablePolicies = { identity: [anything], resource: policy };
      return evaluate(request, policies).kind !== 'allowed';
    }),
  );
}

const anything = policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);

import type { IamRequest } from '../iam/evaluate.ts';
import { evaluate } from '../iam/evaluate.ts';
import { asFarAsKnown } from '../iam/as-far-as-known.ts';
import type { PolicyDocument, Statement } from '../iam/policy-document.ts';
import { policyDocument } from '../iam/policy-document.ts';
import type { Principal } from '../iam/principal.ts';

/** Somebody who must be able to use the customer managed key of a custom model, or of its copy. */
export interface ModelKeyUse {
  readonly key: string;
  /** Whose key it is. */
  readonly account: string;
  readonly principal: Principal;
  /** Regions in which Bedrock uses the key on the principal's behalf. */
  readonly regions: readonly string[];
  readonly use: 'encryptModel' | 'encryptCopy' | 'decryptSource' | 'serveNova';
}

const encrypt = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'];

/**
 * A model is encrypted at its training and at its copy, decrypted to be copied or called, and encrypted anew by Bedrock itself where throughput
 * serves a custom Nova.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/customize-fine-tune-encrypt.html
 */
const uses = {
  encryptModel: { sid: 'ModelCustomizationEncryptModel', actions: encrypt },
  encryptCopy: { sid: 'ModelCopyEncryptCopy', actions: encrypt },
  decryptSource: { sid: 'ModelCopyDecryptSource', actions: ['kms:Decrypt'] },
  serveNova: { sid: 'ProvisionedThroughputForNova', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
} as const;

/** What a key policy must say for a use, and only through Bedrock. */
export function modelKeyStatement({ principal, use, regions }: ModelKeyUse): Statement {
  const { sid, actions } = uses[use];
  const isRole = principal.kind === 'role';
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: isRole ? { AWS: [principal.arn] } : { Service: [principal.name] },
    Action: actions,
    Resource: ['*'],
    Condition: isRole
      ? { StringLike: { 'kms:ViaService': regions.map((region) => `bedrock.${region}.amazonaws.com`) } }
      : { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': [customModelContext] } },
  };
}

const customModelContext = 'aws:bedrock:custom-model';

/** Of the actions of a use, those that a key policy does not allow, and those of which it cannot be told. */
interface KeyFindings {
  readonly missing: readonly string[];
  readonly notKnown: readonly string[];
}

/**
 * What a key's policy says of a use. What the role's own policies say is not known here, and taken as enough; a condition on something that is
 * not known of the call makes the answer not known.
 */
export function keyFindings(use: ModelKeyUse, policy: PolicyDocument | null): KeyFindings {
  const refused = uses[use.use].actions.filter((action) => !allows(use, action, policy));
  const missing = refused.filter((action) => {
    const known = Object.keys(requestOf(use, action, use.regions[0] ?? '').context);
    return !allows(use, action, policy && asFarAsKnown(policy, known));
  });
  return { missing, notKnown: refused.filter((action) => !missing.includes(action)) };
}

function allows(use: ModelKeyUse, action: string, policy: PolicyDocument | null): boolean {
  return use.regions.every(
    (region) => evaluate(requestOf(use, action, region), { identity: [anything], resource: policy }).kind === 'allowed',
  );
}

function requestOf({ key, account, principal }: ModelKeyUse, action: string, region: string): IamRequest {
  const resource = { arn: key, account, ownPolicyDecides: true };
  const context =
    principal.kind === 'role'
      ? {
          'kms:ViaService': `bedrock.${region}.amazonaws.com`,
          'kms:GrantIsForAWSResource': 'true',
          'kms:CallerAccount': principal.account,
          'aws:PrincipalAccount': principal.account,
          'aws:PrincipalArn': principal.arn,
        }
      : { 'kms:EncryptionContextKeys': [customModelContext], 'aws:SourceAccount': account };
  return { principal, action, resource, context };
}

const anything = policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);

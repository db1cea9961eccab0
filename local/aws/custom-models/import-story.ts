import type { DateTime } from 'luxon';
import type { ImportPolicyKind } from '../../../domain/custom-models/import-policies.ts';
import { importPolicies } from '../../../domain/custom-models/import-policies.ts';
import { importRoleArn } from '../../../domain/custom-models/import-terms.ts';
import type { PolicyDocument, Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { customModelWorld } from './custom-model-world.ts';
import type { ImportTerms } from '../../../domain/custom-models/import-terms.ts';

/** What KMS puts into a key's policy: the account's own administrators decide. */
const ownAccount = (account: string): Statement => ({
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: [`arn:aws:iam::${account}:root`] },
  Action: ['kms:*'],
  Resource: ['*'],
});

const llamaConfig = {
  architectures: ['LlamaForCausalLM'],
  max_position_embeddings: 8192,
  transformers_version: '4.51.3',
};

/** Whose weights the simulated import carries to whom. */
export const importStoryTerms: ImportTerms = {
  partition: 'aws',
  region: 'us-east-1',
  developmentAccount: '111122223333',
  hostingAccount: '444455556666',
  bucket: 'example-weights',
  prefix: 'support-7b',
  role: 'BedrockModelImport',
  bucketKey: 'arn:aws:kms:us-east-1:111122223333:key/11111111-1111-1111-1111-111111111111',
  modelKey: 'arn:aws:kms:us-east-1:444455556666:key/22222222-2222-2222-2222-222222222222',
};

/**
 * Two accounts: weights of a model in the one, the execution role in the other, and all policies attached but those left out. The hosting
 * account may look into the other by its read-only role.
 */
export function importStory(now: () => DateTime, leftOut: readonly ImportPolicyKind[], terms = importStoryTerms) {
  const world = customModelWorld(now);
  const policies = importPolicies(terms);
  const wanted = (kind: ImportPolicyKind) => policies.find((one) => one.kind === kind)?.document.Statement ?? [];
  const statements = (kind: ImportPolicyKind) => (leftOut.includes(kind) ? [] : wanted(kind));
  const folder = terms.prefix === '' ? '' : `${terms.prefix}/`;

  world.buckets.set(terms.bucket, {
    owner: terms.developmentAccount,
    key: terms.bucketKey,
    policy: leftOut.includes('bucketPolicy') ? null : policyDocument(statements('bucketPolicy')),
    objects: new Map<string, string | { readonly size: number }>([
      [`${folder}config.json`, JSON.stringify(llamaConfig)],
      [`${folder}tokenizer.json`, '{}'],
      [`${folder}tokenizer_config.json`, '{"tokenizer_class":"PreTrainedTokenizerFast"}'],
      [`${folder}model.safetensors`, { size: 16_000_000_000 }],
    ]),
  });
  const role = {
    arn: importRoleArn(terms),
    account: terms.hostingAccount,
    trust: policyDocument(statements('roleTrust')),
    permissions: new Map<string, PolicyDocument>([['Weights', policyDocument(statements('rolePermissions'))]]),
    attached: new Map<string, PolicyDocument>([
      [`arn:aws:iam::${terms.hostingAccount}:policy/Keys`, policyDocument(statements('roleKeyPermissions'))],
    ]),
  };
  world.roles.set(role.arn, role);
  const spoke = `arn:aws:iam::${terms.developmentAccount}:role/SundialSpoke`;
  world.roles.set(spoke, {
    arn: spoke,
    account: terms.developmentAccount,
    trust: policyDocument([
      { Effect: 'Allow', Principal: { AWS: [terms.hostingAccount] }, Action: ['sts:AssumeRole'] },
    ]),
    permissions: new Map([
      [
        'Read',
        policyDocument([
          {
            Effect: 'Allow',
            Action: ['s3:GetBucketPolicy', 's3:ListBucket', 's3:GetObject', 'kms:GetKeyPolicy', 'kms:Decrypt'],
            Resource: ['*'],
          },
        ]),
      ],
    ]),
    attached: new Map(),
  });
  const keyOf = (arn: string | null, account: string, kind: ImportPolicyKind) => {
    if (arn !== null)
      world.keys.set(arn, { arn, account, policy: policyDocument([ownAccount(account), ...statements(kind)]) });
  };
  keyOf(terms.bucketKey, terms.developmentAccount, 'developmentKeyPolicy');
  keyOf(terms.modelKey, terms.hostingAccount, 'hostingKeyPolicy');

  return {
    world,
    role,
    /** The administrator of the development account adds what was missing from its key's policy. */
    mendDevelopmentKey: () => {
      const key = world.keys.get(terms.bucketKey ?? '');
      if (key) key.policy = policyDocument([ownAccount(terms.developmentAccount), ...wanted('developmentKeyPolicy')]);
    },
  };
}

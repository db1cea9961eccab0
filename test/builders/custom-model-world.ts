import { DateTime } from 'luxon';
import type { ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importPolicies } from '../../domain/custom-models/import-policies.ts';
import { importRoleArn } from '../../domain/custom-models/import-terms.ts';
import type { PolicyDocument, Statement } from '../../domain/iam/policy-document.ts';
import { policyDocument } from '../../domain/iam/policy-document.ts';
import { customModelWorld } from '../../local/aws/custom-models/custom-model-world.ts';
import { developmentAccount, hostingAccount, importTerms } from './import-terms.ts';

/** What KMS puts into a key's policy: the account's own administrators decide. */
const ownAccount = (account: string): Statement => ({
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: [`arn:aws:iam::${account}:root`] },
  Action: ['kms:*'],
  Resource: ['*'],
});

export const llamaConfig = {
  architectures: ['LlamaForCausalLM'],
  max_position_embeddings: 8192,
  transformers_version: '4.51.3',
};

/**
 * Two accounts: weights of a model in the one, the execution role in the other, and all policies attached but those left out. The caller is
 * an administrator of the hosting account, and may look into the other by its read-only role.
 */
export function aCustomModelWorld(leftOut: readonly ImportPolicyKind[] = [], terms = importTerms()) {
  let now = DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
  const world = customModelWorld(() => now);
  const policies = importPolicies(terms);
  const wanted = (kind: ImportPolicyKind) => policies.find((one) => one.kind === kind)?.document.Statement ?? [];
  const statements = (kind: ImportPolicyKind) => (leftOut.includes(kind) ? [] : wanted(kind));
  const folder = terms.prefix === '' ? '' : `${terms.prefix}/`;

  world.buckets.set(terms.bucket, {
    owner: developmentAccount,
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
    account: hostingAccount,
    trust: policyDocument(statements('roleTrust')),
    permissions: new Map<string, PolicyDocument>([['Weights', policyDocument(statements('rolePermissions'))]]),
    attached: new Map<string, PolicyDocument>([
      [`arn:aws:iam::${hostingAccount}:policy/Keys`, policyDocument(statements('roleKeyPermissions'))],
    ]),
  };
  world.roles.set(role.arn, role);
  const spoke = `arn:aws:iam::${developmentAccount}:role/SundialSpoke`;
  world.roles.set(spoke, {
    arn: spoke,
    account: developmentAccount,
    trust: policyDocument([{ Effect: 'Allow', Principal: { AWS: [hostingAccount] }, Action: ['sts:AssumeRole'] }]),
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
  keyOf(terms.bucketKey, developmentAccount, 'developmentKeyPolicy');
  keyOf(terms.modelKey, hostingAccount, 'hostingKeyPolicy');

  return {
    world,
    terms,
    role,
    now: () => now,
    /** As `wait` of whoever follows a job: only this world's clock moves. */
    pass: (milliseconds: number) => {
      now = now.plus({ milliseconds });
      return Promise.resolve();
    },
    /** The administrator of the development account adds what was missing from its key's policy. */
    mendDevelopmentKey: () => {
      const key = world.keys.get(terms.bucketKey ?? '');
      if (key) key.policy = policyDocument([ownAccount(developmentAccount), ...wanted('developmentKeyPolicy')]);
    },
  };
}

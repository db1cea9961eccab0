import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standAloneTemplate } from './stand-alone-template.ts';

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const { Parameters, Resources } = standAloneTemplate('custom-model-role');
const role = Resources['SundialCustomModels']?.Properties ?? {};
const [policy] = role['Policies'] as readonly { PolicyDocument: { Statement: readonly Statement[] } }[];
const statements = policy?.PolicyDocument.Statement ?? [];
const actions = statements.flatMap(({ Action }) => Action);

const services: Readonly<Record<string, string>> = {
  'client-bedrock': 'bedrock',
  'client-iam': 'iam',
  'client-kms': 'kms',
  'client-organizations': 'organizations',
  'client-ram': 'ram',
  'client-s3': 's3',
  'client-service-quotas': 'servicequotas',
};

/** What the steps of a custom model's migration ask in the accounts that they enter. */
const files = [
  'training-jobs',
  'evaluation-serving',
  'remove-created',
  'read-preflight',
  'read-training-data',
  'custom-model-quotas',
  'key-policy',
  'throughput-units',
  'own-custom-models',
  'model-copies',
  'model-sharing',
  'check-promotion',
];

const called = files.flatMap((file) =>
  [
    ...readFileSync(join('adapters/custom-models', `${file}.ts`), 'utf8').matchAll(
      /import \{(?<names>[^}]*)\} from '@aws-sdk\/(?<client>[\w-]+)'/g,
    ),
  ].flatMap(({ groups: { names = '', client = '' } = {} }) =>
    [...names.matchAll(/\b(?:paginate(?<pages>\w+)|(?<command>\w+)Command)\b/g)].map(
      ({ groups }) => `${services[client] ?? client}:${groups?.['pages'] ?? groups?.['command'] ?? ''}`,
    ),
  ),
);

/** Looking at an object's head is reading it. */
const named = (action: string) => (action === 's3:HeadObject' ? 's3:GetObject' : action);

describe('custom-model-role.yml', () => {
  it('allows every call that the training, comparison and promotion of a custom model makes in an account', () => {
    expect(called.length).toBeGreaterThan(25);
    expect(called.map(named).filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('removes nothing that Sundial did not create', () => {
    const removing = statements.filter(({ Action }) => [Action].flat().some((one) => one.startsWith('bedrock:Delete')));
    expect(removing.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { 'aws:ResourceTag/created-by': 'sundial' } },
    ]);
  });

  it('passes roles to Bedrock alone, and shares with nobody outside the organisation', () => {
    const [pass] = statements.filter(({ Sid }) => Sid === 'PassTrainingRole');
    const [share] = statements.filter(({ Sid }) => Sid === 'CreateShares');
    expect(pass?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } });
    expect(share?.Condition).toMatchObject({ Bool: { 'ram:RequestedAllowsExternalPrincipals': 'false' } });
  });

  it('uses the keys of models, its own account’s and to decrypt those of others, through Bedrock alone', () => {
    const decrypting = statements.filter(({ Action }) => [Action].flat().includes('kms:Decrypt'));
    expect(decrypting.map(({ Condition }) => Condition)).toMatchObject([
      { StringLike: { 'kms:ViaService': 'bedrock.*.amazonaws.com' } },
      { StringLike: { 'kms:ViaService': 'bedrock.*.amazonaws.com' }, StringNotEquals: {} },
    ]);
  });

  it('names each action once but that, and has the name that serverless.yml means where it says nothing', () => {
    const once = actions.filter((action) => action !== 'kms:Decrypt');
    expect(new Set(once).size).toBe(once.length);
    expect(readFileSync('serverless.yml', 'utf8')).toContain(
      `customModelRoleName: ${Parameters['RoleName']?.Default ?? ''}\n`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { ImportPolicyFinding } from '../../../domain/custom-models/import-policy-findings.ts';
import { importPolicies, importPolicyKinds } from '../../../domain/custom-models/import-policies.ts';
import { importCommands } from '../../../templates/policies/cli-commands.ts';
import { importTemplates } from '../../../templates/policies/cloud-formation.ts';
import {
  findingWords,
  importPolicyReasons,
  importPolicyWords,
  mendWords,
} from '../../../templates/policies/words-import-policies.ts';
import { developmentAccount, hostingAccount, importTerms } from '../../builders/import-terms.ts';

const policies = importPolicies(importTerms());
const ofKind = (kind: string) => policies.filter((one) => one.kind === kind);
const commandsOf = (kind: string, terms = importTerms()) =>
  importPolicies(terms)
    .filter((one) => one.kind === kind)
    .flatMap((one) => importCommands(one, 'us-east-1'));

describe('CloudFormation templates', () => {
  it('are one for each account: a bucket policy here, the role with its permissions there', () => {
    const templates = importTemplates(policies);

    expect(Object.keys(templates)).toEqual([developmentAccount, hostingAccount]);
    expect(Object.keys(templates[developmentAccount]?.Resources ?? {})).toEqual(['BucketPolicy']);
    expect(templates[hostingAccount]?.Resources['ImportRole']).toMatchObject({
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'BedrockModelImport',
        AssumeRolePolicyDocument: ofKind('roleTrust')[0]?.document,
        Policies: [{ PolicyName: 'ModelImportWeights' }, { PolicyName: 'ModelImportKeys' }],
      },
    });
  });

  it('name the statements for keys, which no template can add', () => {
    const keys = importTemplates(policies)[developmentAccount]?.Metadata?.KeyPolicyStatements;

    expect(keys).toEqual({ [importTerms().bucketKey ?? '']: ofKind('developmentKeyPolicy')[0]?.document.Statement });
    const plain = importTemplates(importPolicies(importTerms({ bucketKey: null, modelKey: null, role: 'a/b/Import' })));
    expect(plain[developmentAccount]).not.toHaveProperty('Metadata');
    expect(plain[hostingAccount]?.Resources['ImportRole']).toMatchObject({
      Properties: { RoleName: 'Import', Path: '/a/b/' },
    });
  });
});

describe('AWS CLI commands', () => {
  it.each(['bucketPolicy', 'developmentKeyPolicy', 'hostingKeyPolicy'])(
    '%s: read, merge, write, each only after the one before',
    (kind) => {
      const [read = '', merge = '', write = ''] = commandsOf(kind);

      expect(read).toMatch(/get-(bucket|key)-policy .* &&$/);
      expect(merge).toMatch(/^jq --argjson add '\[\{"Sid":"ModelImport.*&&$/);
      expect(write).toMatch(/put-(bucket|key)-policy .*file:\/\/wanted.json$/);
    },
  );

  it('a bucket policy counts as absent only where S3 says so', () => {
    expect(commandsOf('bucketPolicy')[0]).toContain('grep -q NoSuchBucketPolicy failed.txt &&');
  });

  it('the role is made, or its trust replaced, and its permissions put under names of their own', () => {
    expect(commandsOf('roleTrust')[0]).toMatch(
      /create-role --role-name BedrockModelImport --assume-role-policy-document '\{.*update-assume-role-policy/,
    );
    expect(commandsOf('roleTrust', importTerms({ role: 'ml/Import' }))[0]).toContain(
      "--role-name Import --path '/ml/'",
    );
    expect(commandsOf('rolePermissions')[0]).toContain('--policy-name ModelImportWeights');
    expect(commandsOf('roleKeyPermissions')[0]).toContain('--policy-name ModelImportKeys');
  });
});

describe('words', () => {
  it('there are some for every policy', () => {
    for (const kind of importPolicyKinds) {
      expect(importPolicyWords[kind]).not.toBe('');
      expect(importPolicyReasons[kind]).toMatch(/\.$/);
    }
  });

  it.each`
    finding                                                                             | said                                    | mend
    ${{ kind: 'missing', policy: 'bucketPolicy', actions: ['s3:GetObject', 's3:x'] }}   | ${'does not allow s3:GetObject, s3:x'}  | ${'Add the statements below'}
    ${{ kind: 'denied', policy: 'bucketPolicy', actions: ['s3:GetObject'], sid: 'No' }} | ${'denies s3:GetObject (statement No)'} | ${'Take the statement'}
    ${{ kind: 'denied', policy: 'bucketPolicy', actions: ['s3:GetObject'], sid: null }} | ${'denies s3:GetObject'}                | ${'Take the statement'}
    ${{ kind: 'tooWide', policy: 'roleTrust', would: 'lets others in' }}                | ${'lets others in'}                     | ${'Narrow'}
    ${{ kind: 'unclear', policy: 'roleTrust', operators: ['IpAddress'] }}               | ${'IpAddress'}                          | ${'yourself'}
  `('$finding.kind: $said', ({ finding, said, mend }: { finding: ImportPolicyFinding; said: string; mend: string }) => {
    expect(findingWords(finding)).toContain(importPolicyWords[finding.policy]);
    expect(findingWords(finding)).toContain(said);
    expect(mendWords(finding, undefined)).toContain(mend);
    expect(mendWords(finding, ofKind('bucketPolicy')[0])).toContain('example-weights in account 111122223333');
  });
});

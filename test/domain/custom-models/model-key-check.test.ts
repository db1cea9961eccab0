import { describe, expect, it } from 'vitest';
import { copyKeyUses } from '../../../domain/custom-models/copy-key-uses.ts';
import type { ReadKeyUse } from '../../../domain/custom-models/model-key-check.ts';
import { missingStatementWords, modelKeyCheck } from '../../../domain/custom-models/model-key-check.ts';
import type { ModelKeyUse } from '../../../domain/custom-models/model-key-uses.ts';
import { trainingKeyUses } from '../../../domain/custom-models/training-key-uses.ts';
import type { Conditions, Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { promotionRequest } from '../../handlers/custom-models/promotion-story.ts';

const key = 'arn:aws:kms:us-east-1:111122223333:key/abc';
const trainer = 'arn:aws:iam::111122223333:role/BedrockTraining';
const sundial = 'arn:aws:iam::111122223333:role/SundialCustomModels';
const promoter = 'arn:aws:iam::444455556666:role/promoter';
const encrypt = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'];

const uses = (serving: 'onDemand' | 'provisioned' = 'onDemand', replacement = 'amazon.nova-pro-v1:0') =>
  trainingKeyUses({ kmsKey: key, roleArn: trainer }, { serving, replacement, sundialRole: sundial });
const check = (all: readonly ModelKeyUse[], policy: ReadKeyUse['policy']) =>
  modelKeyCheck(all.map((use) => ({ use, policy })));
const allow = (principal: string, actions: readonly string[], Condition?: Conditions): Statement => ({
  ...{ Effect: 'Allow', Principal: { AWS: [principal] }, Action: actions, Resource: ['*'] },
  ...(Condition && { Condition }),
});
const deny = (Condition: Conditions): Statement => ({ ...allow('*', ['kms:*'], Condition), Effect: 'Deny' });
const root = allow('arn:aws:iam::111122223333:root', ['kms:*']);

describe('the key of a custom model', () => {
  it.each`
    statements                                                                                          | why
    ${[root]}                                                                                           | ${'leaves it to the account, as KMS’s default does'}
    ${[allow(trainer, encrypt), allow(sundial, encrypt)]}                                               | ${'names both roles'}
    ${[allow('*', encrypt, { StringLike: { 'kms:ViaService': ['bedrock.us-east-1.amazonaws.com'] } })]} | ${'lets everybody through Bedrock'}
    ${[root, deny({ StringNotEquals: { 'kms:CallerAccount': ['111122223333'] } })]}                     | ${'shuts out other accounts'}
  `('may be used where its policy $why', ({ statements }: { statements: Statement[] }) => {
    expect(check(uses(), policyDocument(statements))).toEqual({ problems: [], warnings: [], statements: {} });
  });

  it('names who may not, the actions, and statements that mend it', () => {
    const policy = policyDocument([allow(sundial, ['kms:Decrypt', 'kms:DescribeKey'])]);
    const { problems, statements } = check(uses('provisioned'), policy);

    expect(problems).toEqual([
      `the key policy of ${key} does not allow ${encrypt.join(', ')} to ${trainer}`,
      `the key policy of ${key} does not allow kms:GenerateDataKey, kms:CreateGrant to ${sundial}`,
      `the key policy of ${key} does not allow kms:Decrypt, kms:GenerateDataKey to bedrock.amazonaws.com`,
    ]);
    expect(missingStatementWords(statements)).toEqual([
      expect.stringMatching(/^the policy of .* lacks \[\{"Sid":"ModelCustomizationEncryptModel"/),
    ]);
    const mended = policyDocument([...policy.Statement, ...(statements[key] ?? [])]);
    expect(check(uses('provisioned'), mended).problems).toEqual([]);
  });

  it.each`
    statements                                                                                    | why
    ${[root, deny({ StringNotEquals: { 'aws:PrincipalOrgID': ['o-1'] } })]}                       | ${'a deny is about what is not known of the call'}
    ${[allow('*', ['kms:*'], { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } })]}               | ${'an allow is'}
    ${[allow('*', ['kms:*'], { DateLessThan: { 'aws:CurrentTime': ['2027-01-01T00:00:00Z'] } })]} | ${'an operator is not understood'}
  `('is not known to be shut where $why', ({ statements }: { statements: Statement[] }) => {
    const { problems, warnings } = check(uses(), policyDocument(statements));

    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining(`not known: whether the key policy of ${key} allows kms:Decrypt`),
      expect.stringContaining(sundial),
    ]);
  });

  it('is shut to other accounts by a deny that is known, whatever else is not', () => {
    const policy = policyDocument([root, deny({ StringLike: { 'kms:ViaService': ['bedrock.*'] } })]);

    expect(check(uses(), policy).problems).toHaveLength(2);
  });

  it.each`
    policy      | problems                                                                | warnings                                                                        | why
    ${null}     | ${[expect.stringContaining('allow'), expect.stringContaining('allow')]} | ${[]}                                                                           | ${'without a policy nobody may'}
    ${'gone'}   | ${[`there is no key ${key}`]}                                           | ${[]}                                                                           | ${'it is not there'}
    ${'unread'} | ${[]}                                                                   | ${[expect.stringContaining('not known'), expect.stringContaining('not known')]} | ${'it may not be read'}
  `(
    '$why',
    ({ policy, problems, warnings }: { policy: ReadKeyUse['policy']; problems: unknown; warnings: unknown }) => {
      expect(check(uses(), policy)).toMatchObject({ problems, warnings });
    },
  );

  it('is needed by nobody where AWS’s own key encrypts the model, and by Bedrock itself for Nova alone', () => {
    const terms = {
      serving: 'provisioned',
      replacement: 'meta.llama3-1-8b-instruct-v1:0',
      sundialRole: sundial,
    } as const;

    expect(trainingKeyUses({ kmsKey: null, roleArn: trainer }, terms)).toEqual([]);
    expect(uses('provisioned', terms.replacement).map(({ principal }) => principal.kind)).toEqual(['role', 'role']);
  });
});

describe('the keys of a promotion', () => {
  it('are the model’s own, to be decrypted with in every Region, and those of the copies', () => {
    const keys = { 'us-west-2': 'arn:aws:kms:us-west-2:444455556666:key/def' };
    const request = promotionRequest({ keys, serving: 'provisioned' });

    expect(copyKeyUses(request, key, promoter).map(({ use, regions }) => [use, regions])).toEqual([
      ['decryptSource', ['us-east-1', 'us-west-2']],
      ['encryptCopy', ['us-west-2']],
      ['serveNova', ['us-west-2']],
    ]);
    expect(copyKeyUses(promotionRequest(), null, promoter)).toEqual([]);
    expect(
      check(copyKeyUses(request, key, promoter), policyDocument([allow(promoter, ['kms:Decrypt'])])).problems[0],
    ).toBe(
      `the key policy of ${keys['us-west-2']} does not allow kms:GenerateDataKey, kms:DescribeKey, kms:CreateGrant to ${promoter}`,
    );
  });
});

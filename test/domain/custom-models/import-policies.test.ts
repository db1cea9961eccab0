import { describe, expect, it } from 'vitest';
import { keyCall } from '../../../domain/custom-models/import-calls.ts';
import type { ImportPolicy } from '../../../domain/custom-models/import-policies.ts';
import { importPolicies } from '../../../domain/custom-models/import-policies.ts';
import type { AttachedPolicies } from '../../../domain/custom-models/import-policy-findings.ts';
import { importPolicyFindings } from '../../../domain/custom-models/import-policy-findings.ts';
import type { ImportTerms } from '../../../domain/custom-models/import-terms.ts';
import type { Conditions, Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { evaluate } from '../../../domain/iam/evaluate.ts';
import { partitionOf } from '../../../domain/partition.ts';
import { attached, hostingAccount, importTerms } from '../../builders/import-terms.ts';

const everything = policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);

/** Whether everything that an import does is allowed. */
function suffices(terms: ImportTerms, policies: AttachedPolicies): boolean {
  return importPolicyFindings(terms, policies).every(({ kind }) => kind === 'tooWide');
}

/** What must not be possible: what the probes ask, and what administrators of the hosting account may do to their own key. */
function forbidden(terms: ImportTerms, policies: AttachedPolicies): readonly string[] {
  const wide = importPolicyFindings(terms, policies).flatMap((one) => (one.kind === 'tooWide' ? [one.would] : []));
  const ofKey = (action: string, arn: string, context = {}) => {
    const call = keyCall(terms, action, terms.modelKey ?? '', hostingAccount, 'hostingKeyPolicy', context);
    const request = { ...call.request, principal: { kind: 'role', arn, account: hostingAccount } as const };
    const resource = policies.hostingKey === 'unread' ? null : policies.hostingKey;
    return evaluate(request, { identity: [everything], resource }).kind === 'allowed';
  };
  const other = `arn:aws:iam::${hostingAccount}:role/another`;
  const own = `arn:aws:iam::${hostingAccount}:role/${terms.role}`;
  return [
    ...wide,
    ...(ofKey('kms:Decrypt', other) ? ['another role of the hosting account decrypts the model'] : []),
    ...(ofKey('kms:CreateGrant', own) ? ['the key policy lets the role grant the key to anybody'] : []),
    ...(ofKey('kms:CreateGrant', other, { 'kms:GrantIsForAWSResource': 'true' }) ? ['another role grants'] : []),
  ];
}

interface Mutation {
  readonly name: string;
  readonly policies: AttachedPolicies;
}

/** The printed policies with one statement changed, or taken away where `change` answers `null`. */
function mutations(
  terms: ImportTerms,
  change: (statement: Statement, policy: ImportPolicy) => readonly (readonly [string, Statement | null])[],
): readonly Mutation[] {
  const all = importPolicies(terms);
  return all.flatMap((policy, at) =>
    policy.document.Statement.flatMap((statement, index) =>
      change(statement, policy).map(([what, changed]) => {
        const statements = policy.document.Statement.flatMap((one, own) => (own !== index ? [one] : (changed ?? [])));
        const document = policyDocument(statements);
        return {
          name: `${policy.kind} ${statement.Sid ?? ''}${what}`,
          policies: attached(all.map((one, own) => (own === at ? { ...policy, document } : one))),
        };
      }),
    ),
  );
}

function withoutCondition(conditions: Conditions, operator: string, key: string): Conditions {
  return Object.fromEntries(
    Object.entries(conditions).map(([name, keys]) => [
      name,
      Object.fromEntries(Object.entries(keys).filter(([one]) => name !== operator || one !== key)),
    ]),
  );
}

describe('the policies of an import are enough', () => {
  it.each`
    overrides                                                                                | why
    ${{}}                                                                                    | ${'with both keys'}
    ${{ bucketKey: null }}                                                                   | ${'without a key on the bucket'}
    ${{ modelKey: null }}                                                                    | ${'without a key for the model'}
    ${{ bucketKey: null, modelKey: null }}                                                   | ${'without keys'}
    ${{ prefix: '' }}                                                                        | ${'for a whole bucket'}
    ${{ prefix: 'a/b' }}                                                                     | ${'for a folder in a folder'}
    ${{ role: 'service/BedrockModelImport' }}                                                | ${'for a role with a path'}
    ${{ partition: 'aws-us-gov', region: 'us-gov-west-1', bucketKey: null, modelKey: null }} | ${'in GovCloud'}
    ${{ partition: 'aws-cn', region: 'cn-north-1', bucketKey: null, modelKey: null }}        | ${'in China'}
  `('$why, and no wider', ({ overrides }: { overrides: Partial<ImportTerms> }) => {
    const terms = importTerms(overrides);
    const policies = attached(importPolicies(terms));

    expect(suffices(terms, policies)).toBe(true);
    expect(importPolicyFindings(terms, policies)).toEqual([]);
    expect(forbidden(terms, policies)).toEqual([]);
  });

  it.each(['us-east-1', 'us-gov-west-1', 'cn-north-1', 'us-iso-east-1'])(
    'every ARN is of the partition of %s',
    (region) => {
      const partition = partitionOf(region);
      const arns = JSON.stringify(importPolicies(importTerms({ region, partition, bucketKey: null, modelKey: null })));

      expect(new Set(arns.match(/arn:[\w-]+/g))).toEqual(new Set([`arn:${partition}`]));
    },
  );
});

describe('every part of them is needed', () => {
  const terms = importTerms();
  const removed = mutations(terms, () => [['', null]]);
  const actions = mutations(terms, (statement) =>
    (statement.Action ?? []).map((action) => [
      ` without ${action}`,
      { ...statement, Action: (statement.Action ?? []).filter((one) => one !== action) },
    ]),
  );
  const conditions = mutations(terms, (statement) =>
    Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key): [string, Statement] => [
        ` without ${operator} ${key}`,
        { ...statement, Condition: withoutCondition(statement.Condition ?? {}, operator, key) },
      ]),
    ),
  );
  const anyValue = mutations(terms, (statement) =>
    (statement.Condition?.['StringLike']?.['s3:prefix'] ?? []).map((value) => [
      ` without the prefix ${value}`,
      {
        ...statement,
        Condition: {
          ...statement.Condition,
          StringLike: { 's3:prefix': ['support-7b', 'support-7b/*'].filter((one) => one !== value) },
        },
      },
    ]),
  );
  const resources = mutations(terms, (statement, { kind }) =>
    statement.Resource && !kind.endsWith('KeyPolicy') ? [[' on everything', { ...statement, Resource: ['*'] }]] : [],
  );
  const principals = mutations(terms, (statement) =>
    statement.Principal ? [[' for no one', { ...statement, Principal: {} }]] : [],
  );

  it('is about all six policies', () => {
    expect(new Set(removed.map(({ name }) => name.split(' ')[0])).size).toBe(6);
    expect([removed.length, actions.length, conditions.length]).toEqual([11, 21, 13]);
  });

  it.each([...removed, ...actions, ...anyValue])('$name: the import fails', ({ policies }) => {
    expect(suffices(terms, policies)).toBe(false);
    expect(importPolicyFindings(terms, policies).some(({ kind }) => kind === 'missing')).toBe(true);
  });

  it.each(conditions)('$name: something forbidden becomes possible', ({ policies }) => {
    expect(suffices(terms, policies)).toBe(true);
    expect(forbidden(terms, policies)).not.toEqual([]);
  });

  it.each(resources.filter(({ name }) => !name.startsWith('bucketPolicy ModelImportList')))(
    '$name: something forbidden becomes possible',
    ({ policies }) => {
      expect(forbidden(terms, policies)).not.toEqual([]);
    },
  );

  it.each(principals)('$name: the import fails', ({ policies }) => {
    expect(suffices(terms, policies)).toBe(false);
  });

  it('trusts the one service: with everybody as principal something forbidden becomes possible', () => {
    const trust = importPolicies(terms).map((one) =>
      one.kind === 'roleTrust'
        ? {
            ...one,
            document: policyDocument(one.document.Statement.map((own) => ({ ...own, Principal: '*' as const }))),
          }
        : one,
    );

    expect(forbidden(terms, attached(trust))).not.toEqual([]);
  });
});

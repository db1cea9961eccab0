import { describe, expect, it } from 'vitest';
import type { AttachedPolicies } from '../../../domain/custom-models/import-policy-findings.ts';
import { importPolicyFindings } from '../../../domain/custom-models/import-policy-findings.ts';
import type { PolicyDocument, Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { attached, hostingAccount, importTerms } from '../../builders/import-terms.ts';

const terms = importTerms();
const good = attached();
const findings = (change: Partial<AttachedPolicies>) => importPolicyFindings(terms, { ...good, ...change });
const plus = (document: AttachedPolicies['bucket'], ...statements: Statement[]): PolicyDocument =>
  policyDocument([...(document === null || document === 'unread' ? [] : document.Statement), ...statements]);
const every = { Action: ['*'], Resource: ['*'] };

describe('importPolicyFindings', () => {
  it.each`
    change                      | policy                    | actions
    ${{ bucket: null }}         | ${'bucketPolicy'}         | ${['s3:ListBucket', 's3:GetObject']}
    ${{ trust: null }}          | ${'roleTrust'}            | ${['sts:AssumeRole']}
    ${{ developmentKey: null }} | ${'developmentKeyPolicy'} | ${['kms:Decrypt', 'kms:DescribeKey']}
  `(
    '$policy is missing: its actions, once',
    ({ change, policy, actions }: { change: object; policy: string; actions: string[] }) => {
      expect(findings(change)).toEqual([{ kind: 'missing', policy, actions }]);
    },
  );

  it('without permissions of the role both its policies are missing', () => {
    expect(findings({ role: [] }).map(({ policy }) => policy)).toEqual(['rolePermissions', 'roleKeyPermissions']);
  });

  it('names the statement that denies, on whichever side it is', () => {
    const tls = { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', ...every } as const;
    const own = { Effect: 'Deny', ...every, Action: ['s3:*'] } as const;

    expect(findings({ bucket: plus(good.bucket, tls) })).toEqual([
      { kind: 'denied', policy: 'bucketPolicy', actions: ['s3:ListBucket', 's3:GetObject'], sid: 'TlsOnly' },
    ]);
    expect(findings({ role: [...(good.role === 'unread' ? [] : good.role), policyDocument([own])] })).toEqual([
      { kind: 'denied', policy: 'rolePermissions', actions: ['s3:ListBucket', 's3:GetObject'], sid: null },
    ]);
  });

  it('says that it cannot judge, where all hangs on an operator that is not understood', () => {
    const hours = {
      Effect: 'Allow',
      Principal: '*',
      ...every,
      Condition: { DateLessThan: { 'aws:CurrentTime': ['2027-01-01'] } },
    } as const;

    expect(findings({ bucket: policyDocument([hours]) })).toEqual([
      { kind: 'unclear', policy: 'bucketPolicy', operators: ['DateLessThan'] },
    ]);
  });

  it('passes over what could not be read, and judges the rest', () => {
    const unread: AttachedPolicies = {
      bucket: 'unread',
      trust: 'unread',
      role: 'unread',
      developmentKey: 'unread',
      hostingKey: 'unread',
    };

    expect(findings(unread)).toEqual([]);
    expect(findings({ role: 'unread', bucket: null })).toMatchObject([{ kind: 'missing', policy: 'bucketPolicy' }]);
  });

  it('does not hold against a key that its own account may decide, as KMS makes it', () => {
    const root = {
      Effect: 'Allow',
      Principal: { AWS: [`arn:aws:iam::${hostingAccount}:root`] },
      Action: ['kms:*'],
      Resource: ['*'],
    } as const;

    expect(findings({ hostingKey: plus(good.hostingKey, root) })).toEqual([]);
  });

  it('says what is too wide, policy by policy', () => {
    const anyRole = { Effect: 'Allow', Principal: { AWS: [`arn:aws:iam::${hostingAccount}:root`] }, ...every } as const;
    const anyKey = policyDocument([{ Effect: 'Allow', Action: ['kms:*'], Resource: ['*'] }]);
    const wide = findings({
      bucket: plus(good.bucket, anyRole),
      role: [...(good.role === 'unread' ? [] : good.role), anyKey],
    });

    expect(new Set(wide.map(({ kind, policy }) => `${kind} ${policy}`))).toEqual(
      new Set(['tooWide bucketPolicy', 'tooWide roleKeyPermissions']),
    );
    expect(wide).toContainEqual({
      kind: 'tooWide',
      policy: 'bucketPolicy',
      would: 'lets other roles of the hosting account read the weights',
    });
  });
});

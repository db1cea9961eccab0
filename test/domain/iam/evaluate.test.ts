import { describe, expect, it } from 'vitest';
import type { ApplicablePolicies, IamRequest } from '../../../domain/iam/evaluate.ts';
import { evaluate } from '../../../domain/iam/evaluate.ts';
import type { Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';

const role = 'arn:aws:iam::111122223333:role/import';
const key = 'arn:aws:kms:us-east-1:111122223333:key/abc';
const object = 'arn:aws:s3:::weights/config.json';

const asked = (action: string, resource: Partial<IamRequest['resource']> = {}): IamRequest => ({
  principal: { kind: 'role', arn: role, account: '111122223333' },
  action,
  resource: { arn: object, account: '111122223333', ownPolicyDecides: false, ...resource },
  context: {},
});
const foreign = { account: '444455556666' };
const ownKey = { arn: key, ownPolicyDecides: true };
const byService: IamRequest = {
  ...asked('sts:AssumeRole', { arn: role, ownPolicyDecides: true }),
  principal: { kind: 'service', name: 'bedrock.amazonaws.com' },
};

const allow = (fields: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: ['*'],
  Resource: ['*'],
  ...fields,
});
const deny = (fields: Partial<Statement> = {}): Statement => ({ ...allow(fields), Effect: 'Deny', Sid: 'No' });
const toAccount = { Principal: { AWS: ['arn:aws:iam::111122223333:root'] } };
const toRole = { Principal: { AWS: [role] } };
const policies = (identity: Statement[], resource: Statement[] | null = null): ApplicablePolicies => ({
  identity: [policyDocument(identity)],
  resource: resource && policyDocument(resource),
});

const denied = (...lacking: string[]) => ({ kind: 'implicitDeny', lacking, unread: [] });
const allowed = { kind: 'allowed', unread: [] };

describe('evaluate', () => {
  it.each`
    request                           | given                                                                                                                 | decision                                                             | why
    ${asked('s3:GetObject')}          | ${policies([])}                                                                                                       | ${denied('identity')}                                                | ${'nothing is allowed by itself'}
    ${asked('s3:GetObject')}          | ${policies([allow({ Action: ['S3:get*'] })])}                                                                         | ${allowed}                                                           | ${'actions in any case, with wildcards'}
    ${asked('s3:GetObject')}          | ${policies([allow({ Action: ['s3:Put*'] })])}                                                                         | ${denied('identity')}                                                | ${'another action'}
    ${asked('s3:GetObject')}          | ${policies([{ Effect: 'Allow', NotAction: ['s3:Put*'], Resource: ['*'] }])}                                           | ${allowed}                                                           | ${'every action but others'}
    ${asked('s3:GetObject')}          | ${policies([{ Effect: 'Allow', Resource: ['*'] }])}                                                                   | ${denied('identity')}                                                | ${'a statement without actions'}
    ${asked('s3:GetObject')}          | ${policies([allow({ Resource: ['arn:aws:s3:::weights/*'] })])}                                                        | ${allowed}                                                           | ${'the resource by wildcard'}
    ${asked('s3:GetObject')}          | ${policies([allow({ Resource: ['arn:aws:s3:::Weights/*'] })])}                                                        | ${denied('identity')}                                                | ${'resources in their own case'}
    ${asked('s3:GetObject')}          | ${policies([allow({ Resource: ['arn:aws:s3:::${aws:username}/*'] })])}                                                | ${denied('identity')}                                                | ${'a variable that the request does not have'}
    ${asked('s3:GetObject')}          | ${policies([{ Effect: 'Allow', Action: ['*'], NotResource: [object] }])}                                              | ${denied('identity')}                                                | ${'every resource but this'}
    ${asked('s3:GetObject')}          | ${policies([allow()], [deny({ Principal: '*' })])}                                                                    | ${{ kind: 'explicitDeny', side: 'resource', sid: 'No', unread: [] }} | ${'a deny wins'}
    ${asked('s3:GetObject')}          | ${policies([allow(), deny()], [allow(toRole)])}                                                                       | ${{ kind: 'explicitDeny', side: 'identity', sid: 'No', unread: [] }} | ${'on either side'}
    ${asked('s3:GetObject')}          | ${policies([allow(), { ...allow(), Effect: 'Deny' }])}                                                                | ${{ kind: 'explicitDeny', side: 'identity', sid: null, unread: [] }} | ${'with a name or without'}
    ${asked('s3:GetObject')}          | ${policies([], [allow(toRole)])}                                                                                      | ${allowed}                                                           | ${'within an account one side is enough'}
    ${asked('s3:GetObject')}          | ${policies([], [allow(toAccount)])}                                                                                   | ${denied('identity')}                                                | ${'unless it leaves it to the account'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()])}                                                                                                | ${denied('resource')}                                                | ${'across accounts the owner must allow'}
    ${asked('s3:GetObject', foreign)} | ${policies([], [allow(toRole)])}                                                                                      | ${denied('identity')}                                                | ${'and so must the own account'}
    ${asked('s3:GetObject', foreign)} | ${policies([])}                                                                                                       | ${denied('identity', 'resource')}                                    | ${'both may be lacking'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ Principal: { AWS: ['111122223333'] } })])}                                             | ${allowed}                                                           | ${'an account by its number'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ Principal: '*' })])}                                                                   | ${allowed}                                                           | ${'everybody'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ Principal: { AWS: ['*'] } })])}                                                        | ${allowed}                                                           | ${'everybody, the other way'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ Principal: { Service: ['bedrock.amazonaws.com'] } })])}                                | ${denied('resource')}                                                | ${'a role is no service'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({})])}                                                                                   | ${denied('resource')}                                                | ${'a policy of a resource names somebody'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ NotPrincipal: { AWS: ['444455556666'] } })])}                                          | ${allowed}                                                           | ${'everybody but others'}
    ${asked('s3:GetObject', foreign)} | ${policies([allow()], [allow({ NotPrincipal: { AWS: [role] } })])}                                                    | ${denied('resource')}                                                | ${'everybody but the role'}
    ${asked('kms:Decrypt', ownKey)}   | ${policies([allow()])}                                                                                                | ${denied('resource')}                                                | ${'a key’s own policy decides, also in its account'}
    ${asked('kms:Decrypt', ownKey)}   | ${policies([allow()], [allow(toAccount)])}                                                                            | ${allowed}                                                           | ${'which may leave it to the account'}
    ${asked('kms:Decrypt', ownKey)}   | ${policies([], [allow(toRole)])}                                                                                      | ${allowed}                                                           | ${'or name the role'}
    ${byService}                      | ${policies([])}                                                                                                       | ${denied('resource')}                                                | ${'a service needs the trust'}
    ${byService}                      | ${policies([], [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: ['bedrock.amazonaws.com'] } }])} | ${allowed}                                                           | ${'and nothing else; a trust policy names no resource'}
    ${byService}                      | ${policies([], [allow({ Principal: { AWS: ['111122223333'] } })])}                                                    | ${denied('resource')}                                                | ${'a service is no account'}
  `(
    '$decision.kind: $why',
    ({ request, given, decision }: { request: IamRequest; given: ApplicablePolicies; decision: object }) => {
      expect(evaluate(request, given)).toEqual(decision);
    },
  );

  it('knows who asks and whose the resource is, without being told', () => {
    const implied = {
      StringEquals: { 'aws:ResourceAccount': ['444455556666'], 'aws:PrincipalAccount': ['111122223333'] },
      ArnEquals: { 'aws:PrincipalArn': [role] },
    };

    expect(
      evaluate(asked('s3:GetObject', foreign), policies([allow({ Condition: implied })], [allow(toRole)])),
    ).toEqual(allowed);
  });

  it('refuses where an operator is not understood, and names it', () => {
    const unknown = { Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } };

    expect(evaluate(asked('s3:GetObject'), policies([allow(unknown)]))).toEqual({
      ...denied('identity'),
      unread: ['IpAddress'],
    });
    expect(evaluate(asked('s3:GetObject'), policies([allow(), deny(unknown)]))).toMatchObject({
      kind: 'explicitDeny',
      unread: ['IpAddress'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { conditionsHold } from '../../../domain/iam/conditions-hold.ts';
import type { Conditions } from '../../../domain/iam/policy-document.ts';

const context = {
  'aws:SourceAccount': '111122223333',
  'aws:SourceArn': 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abc',
  'aws:PrincipalAccount': '111122223333',
  'aws:TagKeys': ['team', 'cost'],
  'kms:GrantIsForAWSResource': 'true',
};

describe('conditionsHold', () => {
  it.each`
    conditions                                                                            | holds    | why
    ${{}}                                                                                 | ${true}  | ${'no condition'}
    ${{ StringEquals: { 'aws:SourceAccount': ['1', '111122223333'] } }}                   | ${true}  | ${'one of the values'}
    ${{ StringEquals: { 'AWS:sourceaccount': ['111122223333'] } }}                        | ${true}  | ${'keys in any case'}
    ${{ StringEquals: { 'aws:SourceAccount': ['1'] } }}                                   | ${false} | ${'none of the values'}
    ${{ StringEquals: { 'aws:SourceIp': ['1'] } }}                                        | ${false} | ${'no such key'}
    ${{ StringEqualsIfExists: { 'aws:SourceIp': ['1'] } }}                                | ${true}  | ${'no such key, and it need not be'}
    ${{ StringNotEquals: { 'aws:SourceIp': ['1'] } }}                                     | ${true}  | ${'no such key, so not equal'}
    ${{ StringNotEquals: { 'aws:SourceAccount': ['1', '111122223333'] } }}                | ${false} | ${'equal to one of them'}
    ${{ StringEqualsIgnoreCase: { 'kms:GrantIsForAWSResource': ['TRUE'] } }}              | ${true}  | ${'in any case'}
    ${{ StringNotEqualsIgnoreCase: { 'kms:GrantIsForAWSResource': ['TRUE'] } }}           | ${false} | ${'in any case, negated'}
    ${{ StringLike: { 'aws:SourceAccount': ['1111*'] } }}                                 | ${true}  | ${'a wildcard'}
    ${{ StringNotLike: { 'aws:SourceAccount': ['1111*'] } }}                              | ${false} | ${'a wildcard, negated'}
    ${{ StringEquals: { 'aws:SourceAccount': ['1111*'] } }}                               | ${false} | ${'no wildcard in an equality'}
    ${{ ArnLike: { 'aws:SourceArn': ['arn:aws:bedrock:*:*:model-import-job/*'] } }}       | ${true}  | ${'an ARN part by part'}
    ${{ ArnEquals: { 'aws:SourceArn': ['arn:aws:bedrock:*:*:evaluation-job/*'] } }}       | ${false} | ${'another kind of job'}
    ${{ ArnNotLike: { 'aws:SourceArn': ['arn:aws:bedrock:*:*:evaluation-job/*'] } }}      | ${true}  | ${'not like it'}
    ${{ ArnNotEquals: { 'aws:SourceArn': ['arn:aws:bedrock:*:*:model-import-job/*'] } }}  | ${false} | ${'like it'}
    ${{ Bool: { 'kms:GrantIsForAWSResource': ['True'] } }}                                | ${true}  | ${'a boolean in any case'}
    ${{ Null: { 'aws:SourceIp': ['true'] } }}                                             | ${true}  | ${'the key shall be absent, and is'}
    ${{ Null: { 'aws:SourceArn': ['true'] } }}                                            | ${false} | ${'the key shall be absent, and is not'}
    ${{ Null: { 'aws:SourceArn': ['false'] } }}                                           | ${true}  | ${'the key shall be there'}
    ${{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }}                        | ${true}  | ${'any of several'}
    ${{ 'ForAnyValue:StringEquals': { 'aws:SourceIp': ['team'] } }}                       | ${false} | ${'any of none'}
    ${{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }}                       | ${false} | ${'all of several'}
    ${{ 'ForAllValues:StringEquals': { 'aws:SourceIp': ['team'] } }}                      | ${true}  | ${'all of none'}
    ${{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team'] } }}                     | ${true}  | ${'one is another'}
    ${{ StringEquals: { 'aws:SourceAccount': ['${aws:PrincipalAccount}'] } }}             | ${true}  | ${'a variable'}
    ${{ StringEquals: { 'aws:SourceAccount': ['${aws:username}'] } }}                     | ${false} | ${'a variable that is not there'}
    ${{ StringEquals: { 'aws:SourceAccount': ['${aws:TagKeys}'] } }}                      | ${false} | ${'a variable of several values'}
    ${{ StringEquals: { 'aws:SourceAccount': ['111122223333'] }, Bool: { x: ['true'] } }} | ${false} | ${'all operators must hold'}
  `('$conditions: $why', ({ conditions, holds }: { conditions: Conditions; holds: boolean }) => {
    expect(conditionsHold(conditions, context)).toEqual({ holds, unread: [] });
  });

  it.each`
    conditions                                                                         | holds        | why
    ${{ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }}                               | ${'unknown'} | ${'an operator that is not understood'}
    ${{ DateLessThan: { d: ['2026-01-01'] }, StringEquals: { 'aws:SourceIp': [''] } }} | ${false}     | ${'another condition fails anyway'}
    ${{ 'ForSome:StringEquals': { x: ['y'] } }}                                        | ${'unknown'} | ${'no operator at all'}
  `('does not guess: $why', ({ conditions, holds }: { conditions: Conditions; holds: boolean | 'unknown' }) => {
    expect(conditionsHold(conditions, context)).toEqual({ holds, unread: [Object.keys(conditions)[0]] });
  });
});

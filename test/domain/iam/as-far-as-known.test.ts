import { describe, expect, it } from 'vitest';
import { asFarAsKnown } from '../../../domain/iam/as-far-as-known.ts';
import type { Conditions, Statement } from '../../../domain/iam/policy-document.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';

const statement = (Effect: Statement['Effect'], Condition?: Conditions): Statement => ({
  ...{ Effect, Principal: '*', Action: ['kms:Decrypt'], Resource: ['*'] },
  ...(Condition && { Condition }),
});
const via = { StringLike: { 'kms:ViaService': ['bedrock.*'] } };
const organisation = { StringNotEquals: { 'aws:PrincipalOrgID': ['o-1'] } };

describe('asFarAsKnown', () => {
  it.each`
    given                                                                                                                                    | left                                                                                                            | why
    ${statement('Allow')}                                                                                                                    | ${[statement('Allow')]}                                                                                         | ${'nothing to know'}
    ${statement('Allow', via)}                                                                                                               | ${[statement('Allow', via)]}                                                                                    | ${'the key is known'}
    ${statement('Allow', { StringLike: { 'KMS:viaservice': ['bedrock.*'] } })}                                                               | ${[expect.objectContaining({})]}                                                                                | ${'keys are the same in any case'}
    ${statement('Deny', via)}                                                                                                                | ${[statement('Deny', via)]}                                                                                     | ${'a deny that is known stays'}
    ${statement('Deny', organisation)}                                                                                                       | ${[]}                                                                                                           | ${'a deny on what is not known may not hold'}
    ${statement('Allow', { ...via, ...organisation })}                                                                                       | ${[statement('Allow', via)]}                                                                                    | ${'an allow on what is not known may hold'}
    ${statement('Allow', { StringLike: { ...via.StringLike, 'aws:SourceVpce': ['a'] } })}                                                    | ${[statement('Allow', via)]}                                                                                    | ${'condition by condition'}
    ${statement('Allow', { DateLessThan: { 'kms:ViaService': ['2026'] } })}                                                                  | ${[statement('Allow', {})]}                                                                                     | ${'an operator that is not understood'}
    ${statement('Allow', { StringLike: { 'kms:ViaService': ['a'] }, StringEquals: { 'kms:ViaService': ['a'] }, Bool: { 'x:y': ['true'] } })} | ${[statement('Allow', { StringLike: { 'kms:ViaService': ['a'] }, StringEquals: { 'kms:ViaService': ['a'] } })]} | ${'all that is known stays'}
  `('$why', ({ given, left }: { given: Statement; left: unknown }) => {
    expect(asFarAsKnown(policyDocument([given]), ['kms:ViaService']).Statement).toEqual(left);
  });
});

import { describe, expect, it } from 'vitest';
import { PolicyDocumentError, readPolicyDocument } from '../../../adapters/custom-models/policy-document.ts';

const read = (value: unknown) => readPolicyDocument(JSON.stringify(value), 'the policy');

describe('readPolicyDocument', () => {
  it.each`
    given                                                                           | statement                                                                         | why
    ${{ Effect: 'Allow', Action: 's3:*', Resource: '*' }}                           | ${{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }}                         | ${'single values'}
    ${{ Effect: 'Deny', NotAction: ['s3:*'], NotResource: '*' }}                    | ${{ Effect: 'Deny', NotAction: ['s3:*'], NotResource: ['*'] }}                    | ${'all but'}
    ${{ Effect: 'Allow', Principal: '*', Action: [] }}                              | ${{ Effect: 'Allow', Principal: '*', Action: [] }}                                | ${'everybody'}
    ${{ Effect: 'Allow', Principal: { AWS: '111122223333', Service: ['a', 'b'] } }} | ${{ Effect: 'Allow', Principal: { AWS: ['111122223333'], Service: ['a', 'b'] } }} | ${'principals'}
    ${{ Effect: 'Allow', NotPrincipal: { Federated: 'x' } }}                        | ${{ Effect: 'Allow', NotPrincipal: { Federated: ['x'] } }}                        | ${'everybody but'}
    ${{ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': true } } }}    | ${{ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': ['true'] } } }}  | ${'a boolean'}
    ${{ Effect: 'Allow', Condition: { NumericLessThan: { n: [1, '2'] } } }}         | ${{ Effect: 'Allow', Condition: { NumericLessThan: { n: ['1', '2'] } } }}         | ${'numbers'}
  `('reads $why', ({ given, statement }: { given: object; statement: object }) => {
    expect(read({ Version: '2012-10-17', Statement: [given] })).toEqual({
      Version: '2012-10-17',
      Statement: [statement],
    });
    expect(read({ Statement: given })).toEqual({ Version: '2008-10-17', Statement: [statement] });
  });

  it('reads what IAM gives in percent-encoding', () => {
    const text = encodeURIComponent('{"Version":"2012-10-17","Statement":[]}');

    expect(readPolicyDocument(text, 'the policy')).toEqual({ Version: '2012-10-17', Statement: [] });
  });

  it.each`
    text                                                                   | why
    ${'no policy'}                                                         | ${'no JSON'}
    ${'%'}                                                                 | ${'no encoding'}
    ${'{}'}                                                                | ${'no statements'}
    ${'{"Statement":[{"Effect":"Maybe"}]}'}                                | ${'no effect'}
    ${'{"Statement":[{"Effect":"Allow","Principal":{"Planet":"earth"}}]}'} | ${'a principal of another kind'}
    ${'{"Statement":[{"Effect":"Allow","Condition":{"Bool":["a"]}}]}'}     | ${'no condition'}
  `('does not make a policy of what is none: $why', ({ text }: { text: string }) => {
    expect(() => readPolicyDocument(text, 'the policy')).toThrow(PolicyDocumentError);
  });
});

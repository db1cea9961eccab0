import { describe, expect, it } from 'vitest';
import { importRegions } from '../../../catalogue/import-support.ts';
import type { ImportTerms } from '../../../domain/custom-models/import-terms.ts';
import { importTermsProblems, isImportRegion } from '../../../domain/custom-models/import-terms-problems.ts';
import { importTerms } from '../../builders/import-terms.ts';

const key = (account: string, region = 'us-east-1', partition = 'aws') =>
  `arn:${partition}:kms:${region}:${account}:key/abc`;
const problems = (overrides: Partial<ImportTerms>) => importTermsProblems(importTerms(overrides), importRegions);

describe('importTermsProblems', () => {
  it('finds nothing wrong with good terms, of any partition', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ prefix: '', bucketKey: null, modelKey: null, role: 'ml/Import' })).toEqual([]);
    expect(problems({ partition: 'aws-us-gov', region: 'us-gov-west-1', bucketKey: null, modelKey: null })).toEqual([]);
  });

  it.each`
    overrides                                                   | field                   | expected                        | why
    ${{ developmentAccount: '1111', bucketKey: null }}          | ${'developmentAccount'} | ${'12 digits'}                  | ${'too short'}
    ${{ hostingAccount: '', modelKey: null }}                   | ${'hostingAccount'}     | ${'12 digits'}                  | ${'nothing'}
    ${{ hostingAccount: '111122223333', modelKey: null }}       | ${'hostingAccount'}     | ${'another account'}            | ${'the same account'}
    ${{ region: 'eu-west-3', bucketKey: null, modelKey: null }} | ${'region'}             | ${'eu-central-1, us-east-1'}    | ${'no import there'}
    ${{ region: 'Virginia', bucketKey: null, modelKey: null }}  | ${'region'}             | ${'the code of a Region'}       | ${'no Region'}
    ${{ region: '', bucketKey: null, modelKey: null }}          | ${'region'}             | ${'the code of a Region'}       | ${'nothing'}
    ${{ bucket: 'Weights' }}                                    | ${'bucket'}             | ${'lower-case'}                 | ${'capitals'}
    ${{ bucket: 'ab' }}                                         | ${'bucket'}             | ${'3 to 63'}                    | ${'too short'}
    ${{ bucket: '10.0.0.1' }}                                   | ${'bucket'}             | ${'name of a bucket'}           | ${'an address'}
    ${{ bucket: 'a..b' }}                                       | ${'bucket'}             | ${'name of a bucket'}           | ${'two dots'}
    ${{ prefix: '/a' }}                                         | ${'prefix'}             | ${'a folder'}                   | ${'a slash before it'}
    ${{ prefix: 'a*' }}                                         | ${'prefix'}             | ${'a folder'}                   | ${'a wildcard'}
    ${{ role: 'a role' }}                                       | ${'role'}               | ${'name of a role'}             | ${'a blank'}
    ${{ bucketKey: key('444455556666') }}                       | ${'bucketKey'}          | ${'in the development account'} | ${'the other account’s'}
    ${{ modelKey: key('111122223333') }}                        | ${'modelKey'}           | ${'in the hosting account'}     | ${'the other account’s'}
    ${{ modelKey: 'alias/models' }}                             | ${'modelKey'}           | ${'in the hosting account'}     | ${'an alias'}
    ${{ modelKey: '' }}                                         | ${'modelKey'}           | ${'in the hosting account'}     | ${'nothing'}
    ${{ modelKey: key('444455556666', 'us-west-2') }}           | ${'modelKey'}           | ${'Region of the import'}       | ${'another Region’s'}
    ${{ modelKey: key('444455556666', 'us-east-1', 'aws-cn') }} | ${'modelKey'}           | ${'same partition'}             | ${'another partition’s'}
  `(
    '$field: $why',
    ({ overrides, field, expected }: { overrides: Partial<ImportTerms>; field: string; expected: string }) => {
      expect(problems(overrides)).toEqual([
        { field, expected: expect.stringContaining(expected) as string, got: expect.any(String) as string },
      ]);
    },
  );

  it('says that a source does not speak of other partitions', () => {
    expect(isImportRegion('us-gov-west-1', 'aws-us-gov', importRegions)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsArn, fitsWildcard } from '../../../domain/iam/wildcard.ts';

describe('fitsWildcard', () => {
  it.each`
    pattern             | text               | fits     | why
    ${'s3:GetObject'}   | ${'s3:GetObject'}  | ${true}  | ${'the same'}
    ${'s3:GetObject'}   | ${'s3:GetObjects'} | ${false} | ${'no wildcard, no more'}
    ${'s3:*'}           | ${'s3:'}           | ${true}  | ${'a star may be nothing'}
    ${'kms:ReEncrypt*'} | ${'kms:ReEncrypt'} | ${true}  | ${'at the end too'}
    ${'a*b*c'}          | ${'axxbyybzzc'}    | ${true}  | ${'stars in the middle, with a wrong way first'}
    ${'a*b*c'}          | ${'axxbyybzz'}     | ${false} | ${'the end is missing'}
    ${'a?c'}            | ${'abc'}           | ${true}  | ${'one character'}
    ${'a?c'}            | ${'ac'}            | ${false} | ${'exactly one'}
    ${'*'}              | ${''}              | ${true}  | ${'a star is everything'}
    ${''}               | ${''}              | ${true}  | ${'nothing is nothing'}
    ${''}               | ${'a'}             | ${false} | ${'and no more'}
    ${'a.c'}            | ${'abc'}           | ${false} | ${'a dot is a dot'}
  `('$pattern on $text: $why', ({ pattern, text, fits }: { pattern: string; text: string; fits: boolean }) => {
    expect(fitsWildcard(pattern, text)).toBe(fits);
  });

  it('says the same as a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, text, (pattern, given) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(fitsWildcard(pattern, given)).toBe(expected.test(given));
      }),
    );
  });
});

describe('fitsArn', () => {
  it.each`
    pattern                                | arn                                      | fits     | why
    ${'arn:aws:bedrock:us-east-1:1:job/*'} | ${'arn:aws:bedrock:us-east-1:1:job/a:b'} | ${true}  | ${'the last part may hold colons'}
    ${'arn:aws:bedrock:*:1:job/*'}         | ${'arn:aws:bedrock:us-east-1:1:job/a'}   | ${true}  | ${'a star for a Region'}
    ${'arn:aws:bedrock:*:job/*'}           | ${'arn:aws:bedrock:us-east-1:1:job/a'}   | ${false} | ${'no star reaches over a colon'}
    ${'*'}                                 | ${'arn:aws:bedrock:us-east-1:1:job/a'}   | ${false} | ${'a star alone is no ARN'}
    ${'arn:aws:bedrock:us-east-1:1:job/*'} | ${'bedrock'}                             | ${false} | ${'what is given is no ARN'}
  `('$pattern on $arn: $why', ({ pattern, arn, fits }: { pattern: string; arn: string; fits: boolean }) => {
    expect(fitsArn(pattern, arn)).toBe(fits);
  });
});

import type { ImportTerms } from './import-terms.ts';

/** What is wrong with one of the terms, in words: `expected 12 digits`. */
export interface TermProblem {
  readonly field: keyof ImportTerms;
  readonly expected: string;
  readonly got: string;
}

/** Regions that a source says import from S3 works in, with the partition it speaks of. */
export interface ImportRegions {
  readonly partition: string;
  readonly regions: readonly string[];
  readonly asOf: string;
  readonly reference: string;
}

/**
 * What is wrong with the terms of an import; empty where nothing is.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function importTermsProblems(terms: ImportTerms, offered: ImportRegions): readonly TermProblem[] {
  const { developmentAccount, hostingAccount, bucket, prefix, role, region, bucketKey, modelKey } = terms;
  const problem = (field: keyof ImportTerms, wrong: boolean, expected: string): TermProblem[] =>
    wrong ? [{ field, expected, got: terms[field] === '' ? 'nothing' : (terms[field] ?? 'nothing') }] : [];

  return [
    ...problem('developmentAccount', !isAccount(developmentAccount), '12 digits'),
    ...problem('hostingAccount', !isAccount(hostingAccount), '12 digits'),
    ...problem(
      'hostingAccount',
      isAccount(hostingAccount) && hostingAccount === developmentAccount,
      'another account than that of the bucket; within one account the permissions of the role are enough',
    ),
    ...regionProblems(region, terms.partition, offered),
    ...problem(
      'bucket',
      !isBucket(bucket),
      'the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens',
    ),
    ...problem('prefix', /^\/|\/$|[*?$]|\/\//.test(prefix), 'a folder in the bucket, such as models/support-7b'),
    ...problem(
      'role',
      !isRole(role),
      'the name of a role: up to 64 letters, digits and +=,.@_-, a path before it or not',
    ),
    ...(bucketKey === null ? [] : keyProblems('bucketKey', bucketKey, terms, developmentAccount, 'development')),
    ...(modelKey === null ? [] : keyProblems('modelKey', modelKey, terms, hostingAccount, 'hosting')),
  ];
}

/** `null` where the source does not speak of the Region's partition. */
export function isImportRegion(region: string, partition: string, offered: ImportRegions): boolean | null {
  return partition === offered.partition ? offered.regions.includes(region) : null;
}

function regionProblems(region: string, partition: string, offered: ImportRegions): readonly TermProblem[] {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region))
    return [{ field: 'region', expected: 'the code of a Region, such as us-east-1', got: region || 'nothing' }];
  if (isImportRegion(region, partition, offered) !== false) return [];
  const expected = `a Region with Custom Model Import: ${offered.regions.join(', ')} (as of ${offered.asOf}, ${offered.reference})`;
  return [{ field: 'region', expected, got: region }];
}

function isAccount(account: string): boolean {
  return /^\d{12}$/.test(account);
}

function isBucket(bucket: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) &&
    !/\.\.|^\d+\.\d+\.\d+\.\d+$|^xn--|^sthree-|-s3alias$|--ol-s3$/.test(bucket)
  );
}

function isRole(role: string): boolean {
  return /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(role);
}

/** KMS key policies and IAM permissions name a key by its ARN; an alias could be pointed elsewhere. */
function keyProblems(
  field: 'bucketKey' | 'modelKey',
  arn: string,
  { partition, region }: ImportTerms,
  account: string,
  whose: string,
): readonly TermProblem[] {
  const parts = /^arn:(?<partition>[\w-]+):kms:(?<region>[\w-]+):(?<account>\d{12}):key\/[\w-]+$/.exec(arn)?.groups;
  const like = `arn:${partition}:kms:${region}:${account}:key/…`;
  const wrong =
    parts?.['account'] !== account
      ? `the ARN of a key in the ${whose} account`
      : parts['partition'] !== partition
        ? 'the ARN of a key in the same partition as the Region'
        : parts['region'] !== region
          ? 'the ARN of a key in the Region of the import'
          : null;
  return wrong === null ? [] : [{ field, expected: `${wrong}, such as ${like}`, got: arn || 'nothing' }];
}

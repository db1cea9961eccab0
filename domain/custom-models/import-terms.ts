/** Who imports what from whom: all that the policies of a cross-account import depend on. */
export interface ImportTerms {
  /** As in ARNs: `aws`, `aws-us-gov`, `aws-cn`. */
  readonly partition: string;
  /** Where the import job runs. */
  readonly region: string;
  /** Account that owns the bucket with the weights. */
  readonly developmentAccount: string;
  /** Account that imports and serves the model. */
  readonly hostingAccount: string;
  readonly bucket: string;
  /** Folder of the model files, without a slash at either end; empty for the whole bucket. */
  readonly prefix: string;
  /** Name of the role in the hosting account that Bedrock assumes; a path may come before it. */
  readonly role: string;
  /** ARN of the development account's key that encrypts the bucket, if one does. */
  readonly bucketKey: string | null;
  /** ARN of the hosting account's key that shall encrypt the imported model, if one shall. */
  readonly modelKey: string | null;
}

export function importRoleArn({ partition, hostingAccount, role }: ImportTerms): string {
  return `arn:${partition}:iam::${hostingAccount}:role/${role}`;
}

export function bucketArn({ partition, bucket }: ImportTerms): string {
  return `arn:${partition}:s3:::${bucket}`;
}

/** ARN of an object under the prefix, or of all of them for `*`. */
export function weightsArn(terms: ImportTerms, name: string): string {
  return `${bucketArn(terms)}/${terms.prefix === '' ? '' : `${terms.prefix}/`}${name}`;
}

/** Whose jobs may assume the role: those of the account, or of another where one is given. */
export function importJobArn({ partition, region, hostingAccount }: ImportTerms, account = hostingAccount): string {
  return `arn:${partition}:bedrock:${region}:${account}:model-import-job/`;
}

/** Cases that lie in AWS: a log group of CloudWatch Logs with so many days back, or one object or all below a key of S3. */
export type CaseAddress =
  | { readonly kind: 'logGroup'; readonly name: string; readonly days: number }
  | { readonly kind: 'objects'; readonly address: string };

/** As far back as is read where nobody says how far. */
const usualDays = 7;

/**
 * `cloudwatch:LOG_GROUP`, `cloudwatch:LOG_GROUP?days=14` or `s3://bucket/key`; `null` for anything else, which is a file.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html for the letters of a name
 */
export function caseAddress(text: string): CaseAddress | null {
  if (text.startsWith('s3://')) return { kind: 'objects', address: text };
  const { name, days } =
    /^cloudwatch:(?<name>[\w./#:-]{1,2048})(?:\?days=(?<days>[1-9]\d{0,3}))?$/.exec(text)?.groups ?? {};
  return name === undefined ? null : { kind: 'logGroup', name, days: days === undefined ? usualDays : Number(days) };
}

/** Whether somebody meant an address, also where it is none. */
export function meansAddress(text: string): boolean {
  return /^(?:cloudwatch|s3):/.test(text);
}

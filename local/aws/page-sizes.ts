/**
 * Telemetry comes in larger pages than inventory does: AWS's own largest ones.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html
 */
const atLeast: Readonly<Record<string, number>> = {
  'cloudtrail:LookupEvents': 50,
  'cloudwatch:ListMetrics': 50,
  'cloudwatch:GetMetricData': 20,
};

export function pageSizeOf(call: string, pageSize: number): number {
  return Math.max(pageSize, atLeast[call] ?? 1);
}

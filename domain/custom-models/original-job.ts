/** What a custom model was made by, as `GetModelCustomizationJob` says. */
export interface OriginalJob {
  readonly jobArn: string;
  /** The model it began with: a foundation model, or another custom model. */
  readonly baseModelArn: string;
  /** As Bedrock says: `FINE_TUNING` … */
  readonly customizationType: string;
  readonly roleArn: string;
  /** S3 URIs. */
  readonly trainingData: string;
  readonly validationData: readonly string[];
  readonly outputData: string;
  readonly hyperParameters: Readonly<Record<string, string>>;
  /** ARN of the key that encrypts the model; `null` where AWS's own does. */
  readonly kmsKey: string | null;
  readonly vpc: { readonly subnetIds: readonly string[]; readonly securityGroupIds: readonly string[] } | null;
}

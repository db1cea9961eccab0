/** Who is mailed of custom models, and how: through an SNS topic, or by SES to addresses. */
export type MailSettings =
  | { readonly kind: 'sns'; readonly topic: string }
  | { readonly kind: 'ses'; readonly from: string; readonly to: readonly string[] };

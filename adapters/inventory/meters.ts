import type { ModelUsage, UsageDay } from '../../domain/model-usage.ts';

/** What is counted of a day. */
export type Count = Exclude<keyof UsageDay, 'day'>;

export interface Meter {
  readonly endpoint: ModelUsage['endpoint'];
  readonly namespace: string;
  /** The dimension that names the model. */
  readonly dimension: string;
  readonly metrics: Readonly<Partial<Record<Count, { readonly name: string; readonly stat: 'Sum' | 'Maximum' }>>>;
}

/**
 * Where each endpoint's use is counted. `bedrock-mantle` has a namespace of its own, and shows nowhere else.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring.html
 */
export const meters: readonly Meter[] = [
  {
    endpoint: 'bedrock-runtime',
    namespace: 'AWS/Bedrock',
    dimension: 'ModelId',
    metrics: {
      calls: { name: 'Invocations', stat: 'Sum' },
      inputTokens: { name: 'InputTokenCount', stat: 'Sum' },
      outputTokens: { name: 'OutputTokenCount', stat: 'Sum' },
      legacyCalls: { name: 'LegacyModelInvocations', stat: 'Sum' },
      peakQuotaTokens: { name: 'EstimatedTPMQuotaUsage', stat: 'Maximum' },
    },
  },
  {
    endpoint: 'bedrock-mantle',
    namespace: 'AWS/BedrockMantle',
    dimension: 'Model',
    metrics: {
      calls: { name: 'Inferences', stat: 'Sum' },
      inputTokens: { name: 'TotalInputTokens', stat: 'Sum' },
      outputTokens: { name: 'TotalOutputTokens', stat: 'Sum' },
    },
  },
];

import { createHash } from 'node:crypto';
import type { ListServiceQuotasRequest, ListServiceQuotasResponse, ServiceQuota } from '@aws-sdk/client-service-quotas';
import type { AwsCall, Handlers } from '../handlers.ts';
import type { OfferedModel } from './offered-models.ts';
import type { Simulation } from './simulation.ts';

/**
 * Service Quotas of Bedrock. Names are the only key, and differ as the real ones do: with the provider or without, with a version
 * or a context length behind the model, batch quotas in words of their own.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html
 */
export function quotaHandlers({ offered }: Simulation): Handlers {
  return {
    'servicequotas:ListServiceQuotas': (
      { ServiceCode }: ListServiceQuotasRequest,
      call: AwsCall,
    ): ListServiceQuotasResponse => ({
      Quotas:
        ServiceCode === 'bedrock'
          ? offered(call.region)
              .flatMap(quotasOn)
              .map(([name, value]) => quota(name, value, call))
          : [],
    }),
  };
}

function quotasOn({ name, provider, modelId }: OfferedModel): readonly (readonly [string, number])[] {
  if (provider !== 'Anthropic')
    return [
      [`On-demand model inference requests per minute for ${provider} ${name}`, 100],
      [`On-demand model inference tokens per minute for ${provider} ${name}`, 300_000],
    ];
  const full = modelId.endsWith('v1:0') ? `Anthropic ${name} V1` : `Anthropic ${name}`;
  return [
    [`Cross-region model inference tokens per minute for ${full}`, name.includes('5.5') ? 500_000 : 400_000],
    [`Global cross-region model inference tokens per minute for ${full}`, 800_000],
    ...(modelId.endsWith('v1:0')
      ? [[`Cross-region model inference requests per minute for ${full}`, 200] as const]
      : []),
    ...(name === 'Claude Sonnet 4.5'
      ? [[`Cross-region model inference tokens per minute for ${full} 1M Context Length`, 1_000_000] as const]
      : []),
    [`Model invocation max tokens per day for ${full} (doubled for cross-region calls)`, 200_000_000],
    [`Minimum number of records per batch inference job for ${name}`, 100],
  ];
}

function quota(QuotaName: string, Value: number, { account, region }: AwsCall): ServiceQuota {
  const code = createHash('sha256').update(QuotaName).digest('hex').slice(0, 8).toUpperCase();
  return {
    ServiceCode: 'bedrock',
    ServiceName: 'Amazon Bedrock',
    QuotaCode: `L-${code}`,
    QuotaArn: `arn:aws:servicequotas:${region}:${account}:bedrock/L-${code}`,
    QuotaName,
    Value,
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
  };
}

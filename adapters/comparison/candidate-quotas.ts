import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { ModelQuota } from '../../domain/inventory.ts';
import { baseModelId } from '../../domain/model-id.ts';
import type { QuotaName } from '../../domain/quota-name.ts';
import type { AwsAccess } from '../aws-access.ts';

/** A look before the run must not take longer than the run. */
const patienceMs = 8_000;

/**
 * Asks Service Quotas how much of a model this account may use in a Region. Where it does not answer, nothing is known, and `unknown` says
 * why.
 */
export async function candidateQuotas(
  access: AwsAccess,
  region: string,
  candidate: string,
  named: (quotaName: string) => QuotaName | null,
): Promise<{ readonly quotas: readonly ModelQuota[]; readonly unknown: readonly string[] }> {
  const modelId = baseModelId(candidate);
  if (modelId === null) return { quotas: [], unknown: [] };
  const client = new ServiceQuotasClient({ ...access, region, maxAttempts: 2, retryMode: 'standard' });
  const quotas: ModelQuota[] = [];
  const asked = { ServiceCode: 'bedrock', MaxResults: 100 };
  const abortSignal = AbortSignal.timeout(patienceMs);
  try {
    for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, asked, { abortSignal }))
      for (const { QuotaName: name = '', QuotaCode: code = '', Value: value } of Quotas) {
        const meaning = named(name);
        if (meaning?.modelId === modelId && value !== undefined)
          quotas.push({ ...meaning, name, code, value, account: '', region });
      }
    return { quotas, unknown: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      quotas: [],
      unknown: [`servicequotas:ListServiceQuotas did not answer, so that is not checked: ${why}`],
    };
  }
}

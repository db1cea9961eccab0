import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { paginateListServiceQuotas } from '@aws-sdk/client-service-quotas';

/** How many custom models an account may have in a Region. Names of quotas are their only key, and change; `null` where none is found. */
export async function customModelQuota(quotas: ServiceQuotasClient): Promise<number | null> {
  let most: number | null = null;
  const pages = paginateListServiceQuotas({ client: quotas }, { ServiceCode: 'bedrock', MaxResults: 100 });
  for await (const { Quotas = [] } of pages)
    for (const { QuotaName = '', Value = null } of Quotas)
      if (/custom(?:ized)? models per account/i.test(QuotaName) && !/imported|inference|deployment/i.test(QuotaName))
        most = Value;
  return most;
}

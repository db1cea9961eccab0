import { paginateListServiceQuotas } from '@aws-sdk/client-service-quotas';
import type { ModelQuota } from '../../domain/inventory.ts';
import type { QuotaName } from '../../domain/quota-name.ts';
import type { Asking } from './asking.ts';

/** The quotas on models that `named` makes sense of. Codes are opaque, so the name is the only key. */
export async function modelQuotas(
  { clients, place }: Asking,
  named: (quotaName: string) => QuotaName | null,
): Promise<readonly ModelQuota[]> {
  const quotas: ModelQuota[] = [];
  const pages = paginateListServiceQuotas({ client: clients.quotas }, { ServiceCode: 'bedrock', MaxResults: 100 });
  for await (const { Quotas = [] } of pages)
    for (const { QuotaName: name = '', QuotaCode: code = '', Value: value } of Quotas) {
      const meaning = named(name);
      if (meaning && value !== undefined) quotas.push({ ...place, ...meaning, name, code, value });
    }
  return quotas;
}

import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { paginateListServiceQuotas } from '@aws-sdk/client-service-quotas';

/** What quotas count, by how Service Quotas names it: names are their only key, and change. */
const named = {
  customModels: (name: string) =>
    /custom(?:ized)? models per account/i.test(name) && !/imported|inference|deployment/i.test(name),
  importedModels: (name: string) => /imported models per account/i.test(name),
  importJobs: (name: string) => /concurrent model import jobs/i.test(name),
  throughputUnits: (name: string) => /no-commitment provisioned throughputs across custom models/i.test(name),
};

/** How many an account may have in a Region; `null` where Service Quotas tells none. */
export type CustomModelQuotas = Readonly<Record<keyof typeof named, number | null>>;

export async function customModelQuotas(quotas: ServiceQuotasClient): Promise<CustomModelQuotas> {
  const found: Record<string, number> = {};
  const pages = paginateListServiceQuotas({ client: quotas }, { ServiceCode: 'bedrock', MaxResults: 100 });
  for await (const { Quotas = [] } of pages)
    for (const { QuotaName = '', Value } of Quotas)
      for (const [what, fits] of Object.entries(named)) if (Value !== undefined && fits(QuotaName)) found[what] = Value;
  const most = (what: keyof typeof named) => found[what] ?? null;
  return {
    customModels: most('customModels'),
    importedModels: most('importedModels'),
    importJobs: most('importJobs'),
    throughputUnits: most('throughputUnits'),
  };
}

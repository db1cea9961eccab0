import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { NamedQuota } from '../../domain/cases/batch-limits.ts';

/** Bedrock's quotas on batch inference in one Region; empty where this account may not ask: quotas are then as they usually are. */
export async function batchQuotas(
  client: Pick<ServiceQuotasClient, 'send'> = new ServiceQuotasClient({}),
): Promise<readonly NamedQuota[]> {
  const found: NamedQuota[] = [];
  let next: string | undefined;
  try {
    do {
      const page = await client.send(
        new ListServiceQuotasCommand({
          ServiceCode: 'bedrock',
          MaxResults: 100,
          ...(next !== undefined && { NextToken: next }),
        }),
      );
      for (const { QuotaName: name = '', Value: value } of page.Quotas ?? [])
        if (value !== undefined && /batch inference/i.test(name)) found.push({ name, value });
      next = page.NextToken;
    } while (next !== undefined);
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'AccessDeniedException') return [];
    throw fault;
  }
  return found;
}

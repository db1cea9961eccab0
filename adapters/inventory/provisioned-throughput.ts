import { paginateListProvisionedModelThroughputs } from '@aws-sdk/client-bedrock';
import type { ProvisionedModelSummary } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul, joined } from './haul.ts';
import { everyPage } from './pages.ts';

/** Bought capacity for one model; a commitment may outlive the model. */
export function provisionedThroughput({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListProvisionedModelThroughputs({ client: clients.bedrock }, { maxResults: 1000 }),
    ({ provisionedModelSummaries = [] }) => joined(provisionedModelSummaries.map(found)),
  );
}

function found(throughput: ProvisionedModelSummary): Haul {
  const {
    provisionedModelArn: arn = '',
    provisionedModelName: name = arn,
    modelArn = '',
    foundationModelArn = '',
  } = throughput;
  const targets = [...new Set([modelArn, foundationModelArn])].filter((target) => target !== '');
  return haul({
    links: [{ names: [arn], targets }],
    dependents: [
      {
        kind: 'provisionedThroughput',
        id: arn,
        name,
        uses: [{ reference: modelArn, purpose: 'inference' }],
        committedUntil: throughput.commitmentExpirationTime?.toISOString() ?? null,
      },
    ],
  });
}

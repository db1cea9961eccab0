import { paginateListCustomModelDeployments } from '@aws-sdk/client-bedrock';
import type { CustomModelDeploymentSummary } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul, joined } from './haul.ts';
import { everyPage } from './pages.ts';

/** Custom models that are deployed for use on demand. */
export function customModelDeployments({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListCustomModelDeployments({ client: clients.bedrock }, { maxResults: 1000 }),
    ({ modelDeploymentSummaries = [] }) => joined(modelDeploymentSummaries.map(found)),
  );
}

function found(deployment: CustomModelDeploymentSummary): Haul {
  const { customModelDeploymentArn: arn = '', customModelDeploymentName: name = arn, modelArn = '' } = deployment;
  return haul({
    links: [{ names: [arn], targets: [modelArn] }],
    dependents: [
      { kind: 'customModelDeployment', id: arn, name, uses: [{ reference: modelArn, purpose: 'inference' }] },
    ],
  });
}

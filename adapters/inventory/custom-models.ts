import { paginateListCustomModels } from '@aws-sdk/client-bedrock';
import type { CustomModelSummary } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul, joined } from './haul.ts';
import { everyPage } from './pages.ts';

/** Models made from another by training; the other may be custom itself. Imported ones have a list of their own. */
export function customModels({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListCustomModels({ client: clients.bedrock }, { maxResults: 1000 }),
    ({ modelSummaries = [] }) =>
      joined(modelSummaries.filter(({ customizationType }) => customizationType !== 'IMPORTED').map(found)),
  );
}

function found({ modelArn: arn = '', modelName: name = arn, baseModelArn }: CustomModelSummary): Haul {
  return haul({
    ...(baseModelArn && { links: [{ names: [arn], targets: [baseModelArn] }] }),
    dependents: [
      { kind: 'customModel', id: arn, name, uses: [{ reference: baseModelArn ?? arn, purpose: 'customization' }] },
    ],
  });
}

import { paginateListImportedModels } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul } from './haul.ts';
import { everyPage } from './pages.ts';

/** Imported weights rest on no model of Bedrock's: they are listed, and said to have no base. */
export function importedModels({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListImportedModels({ client: clients.bedrock }, { maxResults: 1000 }),
    ({ modelSummaries = [] }) =>
      haul({
        links: modelSummaries.map(({ modelArn = '' }) => ({ names: [modelArn], targets: [] })),
        dependents: modelSummaries.map(({ modelArn = '', modelName = modelArn }) => ({
          kind: 'importedModel',
          id: modelArn,
          name: modelName,
          uses: [],
        })),
      }),
  );
}

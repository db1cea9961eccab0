import { paginateListModelCustomizationJobs } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul } from './haul.ts';
import { everyPage } from './pages.ts';

/** Training that is under way on a base model; when it is done it is a custom model. */
export function customizationJobs({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListModelCustomizationJobs({ client: clients.bedrock }, { statusEquals: 'InProgress', maxResults: 1000 }),
    ({ modelCustomizationJobSummaries = [] }) =>
      haul({
        dependents: modelCustomizationJobSummaries.map(({ jobArn = '', jobName = jobArn, baseModelArn = '' }) => ({
          kind: 'customizationJob',
          id: jobArn,
          name: jobName,
          uses: [{ reference: baseModelArn, purpose: 'customization' }],
        })),
      }),
  );
}

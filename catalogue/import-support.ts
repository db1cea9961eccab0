import type { ImportRegions } from '../domain/custom-models/import-terms-problems.ts';

/** The day on which the pages were read. */
const asOf = '2026-11-21';

/** Where Custom Model Import is offered; the page speaks of commercial Regions only. */
export const importRegions: ImportRegions = {
  partition: 'aws',
  regions: ['eu-central-1', 'us-east-1', 'us-east-2', 'us-west-2'],
  asOf,
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html',
};

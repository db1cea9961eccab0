import type { DateTime } from 'luxon';
import { caseAddress } from '../adapters/cases/case-address.ts';
import { bodiesIn } from '../adapters/cases/large-body.ts';
import type { LogGroups } from '../adapters/cases/log-groups.ts';
import { datasetFiles } from '../adapters/comparison/dataset-files.ts';
import { DatasetError } from '../adapters/comparison/open-dataset.ts';
import type { ObjectStore } from '../adapters/object-store.ts';
import { recentCalls } from '../domain/comparison-run.ts';

interface Sources {
  readonly objects: ObjectStore;
  readonly logGroups: LogGroups;
  /** Where the model invocation log lies; `null` where Sundial may not read it. */
  readonly invocationLog: string | null;
  readonly now: () => DateTime;
}

/** Brings a dataset into a folder: from S3, or from the log group that it names, redacted. Throws `DatasetError`. */
export function filesOfDataset(dataset: string, folder: string, sources: Sources): Promise<readonly string[]> {
  const text = addressIn(dataset, sources);
  const address = caseAddress(text);
  return address?.kind === 'logGroup'
    ? sources.logGroups.bring(address, folder, sources.now(), bodiesIn(sources.objects))
    : datasetFiles(text, folder, sources.objects);
}

/** Recent calls lie where the operator says that the model invocation log does. */
function addressIn(dataset: string, { invocationLog }: Pick<Sources, 'invocationLog'>): string {
  if (dataset !== recentCalls) return dataset;
  if (invocationLog !== null) return invocationLog;
  throw new DatasetError(
    'Nobody says where the model invocation log lies: name it in the parameter invocationLogAddress, or choose other cases.',
  );
}

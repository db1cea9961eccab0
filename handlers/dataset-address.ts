import { DatasetError } from '../adapters/comparison/open-dataset.ts';
import { recentCalls } from '../domain/comparison-run.ts';

/** Where a dataset lies: that of recent calls where the operator says that the model invocation log does. */
export function addressIn(dataset: string, { invocationLog }: { readonly invocationLog: string | null }): string {
  if (dataset !== recentCalls) return dataset;
  if (invocationLog !== null) return invocationLog;
  throw new DatasetError(
    'Nobody says where the model invocation log lies: name it in the parameter invocationLogAddress, or choose other cases.',
  );
}

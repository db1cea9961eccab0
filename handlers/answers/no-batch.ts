import type { Situation } from '../../domain/situation.ts';
import type { SlackDeps } from '../slack-ports.ts';
import { wanted } from './compare.ts';

/** Why the models cannot be asked in batch; `null` where they can, or the Region is not known yet. */
export function noBatch(meant: Situation | null, { batchRegion }: Pick<SlackDeps, 'batchRegion'>): string | null {
  if (batchRegion === null) return 'Batch inference, at half the price, needs Sundial on AWS.';
  const region = meant ? wanted(meant, '', '').region : batchRegion;
  return region === batchRegion
    ? null
    : `Batch inference, at half the price, runs in ${batchRegion} alone, and these calls are in ${region}.`;
}

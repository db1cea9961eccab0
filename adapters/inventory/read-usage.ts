import type { CallError } from '../call-error.ts';
import type { Asking } from './asking.ts';
import { attempt } from './attempt.ts';
import type { CallerOf } from './callers.ts';
import { callersFromTrail } from './callers.ts';
import { callersFromLog } from './invocation-log.ts';
import { meters } from './meters.ts';
import type { MeteredUse } from './model-metrics.ts';
import { modelMetrics } from './model-metrics.ts';

/** Use as both endpoints count it, and what failed of the counting. */
export async function readMetrics(
  { clients, now }: Asking,
  alsoAsk: readonly string[],
): Promise<{ readonly uses: readonly MeteredUse[]; readonly failures: readonly CallError[] }> {
  const read = await Promise.all(
    meters.map((meter) =>
      attempt(modelMetrics(clients.cloudWatch, meter, meter.endpoint === 'bedrock-runtime' ? alsoAsk : [], now)),
    ),
  );
  return {
    uses: read.flatMap(({ value }) => value ?? []),
    failures: read.flatMap(({ failure }) => failure ?? []),
  };
}

/** Whether the model invocation log may be read, and the keys of `requestMetadata` that routes ask for. */
export interface LogTerms {
  readonly allowed: boolean;
  readonly metadataKeys: readonly string[];
}

/** Who calls: from the invocation log where it may be read and is on, else from CloudTrail. */
export async function readCallers(asking: Asking, { allowed, metadataKeys }: LogTerms): Promise<readonly CallerOf[]> {
  const fromLog = allowed ? await callersFromLog(asking, metadataKeys) : null;
  return fromLog ?? callersFromTrail(asking);
}

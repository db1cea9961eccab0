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

/** Who calls: from the invocation log where routes ask for what only it knows and it is on, else from CloudTrail. */
export async function readCallers(asking: Asking, metadataKeys: readonly string[]): Promise<readonly CallerOf[]> {
  const fromLog = metadataKeys.length > 0 ? await callersFromLog(asking, metadataKeys) : null;
  return fromLog ?? callersFromTrail(asking);
}

import * as z from 'zod/mini';
import { baseModelId } from '../domain/model-id.ts';
import type { JobRecord } from '../domain/situation.ts';
import { healthTime } from './health-time.ts';
import { parsed } from './parsed.ts';
import { UnreadableEventError } from './unreadable-event.ts';

const envelope = { account: z.string(), region: z.string(), time: z.optional(z.unknown()) };
const failureMessage = z.optional(z.unknown());

const CustomizationEvent = z.object({
  ...envelope,
  detail: z.object({
    jobArn: z.string(),
    jobName: z.string(),
    jobStatus: z.string(),
    baseModelArn: z.string(),
    lastModifiedTime: z.optional(z.unknown()),
    failureMessage,
  }),
});

const BatchInferenceEvent = z.object({
  ...envelope,
  detail: z.object({
    batchJobArn: z.string(),
    batchJobName: z.string(),
    batchModelId: z.string(),
    status: z.string(),
    failureMessage,
  }),
});

/**
 * A state change of a Bedrock job and the base model it concerns; the model stays as written where that does not tell its base.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge.html
 */
export function readBedrockJob(event: unknown): JobRecord {
  const detailType = z.safeParse(z.object({ 'detail-type': z.string() }), event).data?.['detail-type'];
  if (detailType === 'Model Customization Job State Change') return customization(parsed(CustomizationEvent, event));
  if (detailType === 'Batch Inference Job State Change') return batchInference(parsed(BatchInferenceEvent, event));
  throw new UnreadableEventError('detail-type', 'expected a Bedrock job state change');
}

function customization({ account, region, time, detail }: z.output<typeof CustomizationEvent>): JobRecord {
  return {
    kind: 'modelCustomization',
    modelId: baseModelId(detail.baseModelArn) ?? detail.baseModelArn,
    jobArn: detail.jobArn,
    jobName: detail.jobName,
    status: detail.jobStatus,
    account,
    region,
    at: instant(healthTime(time) ?? healthTime(detail.lastModifiedTime)),
    failure: failure(detail.failureMessage),
  };
}

function batchInference({ account, region, time, detail }: z.output<typeof BatchInferenceEvent>): JobRecord {
  return {
    kind: 'batchInference',
    modelId: baseModelId(detail.batchModelId) ?? detail.batchModelId,
    jobArn: detail.batchJobArn,
    jobName: detail.batchJobName,
    status: detail.status,
    account,
    region,
    at: instant(healthTime(time)),
    failure: failure(detail.failureMessage),
  };
}

function instant(time: string | null): string {
  if (time === null) throw new UnreadableEventError('time', 'expected an instant');
  return time;
}

/** The message as written, `null` where there is none to read. */
function failure(message: unknown): string | null {
  return typeof message === 'string' && message !== '' ? message : null;
}

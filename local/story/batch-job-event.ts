import type { CalendarDate } from '../../domain/calendar-date.ts';

/** A `Batch Inference Job State Change` as EventBridge delivers it. */
export function batchJobEvent(account: string, modelId: string, on: CalendarDate): unknown {
  const arn = `arn:aws:bedrock:us-east-1:${account}:model-invocation-job/a1b2c3d4e5f6`;
  return {
    version: '0',
    id: 'story-batch-job',
    'detail-type': 'Batch Inference Job State Change',
    source: 'aws.bedrock',
    account,
    time: `${on}T22:58:30Z`,
    region: 'us-east-1',
    resources: [arn],
    detail: {
      version: '0.0',
      accountId: account,
      batchJobName: 'nightly-ticket-summaries',
      batchJobArn: arn,
      batchModelId: `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`,
      status: 'Completed',
      failureMessage: '',
      creationTime: 'Oct 8, 2026, 10:47:53 PM',
    },
  };
}

import { describe, expect, it } from 'vitest';
import { readBedrockJob } from '../../events/bedrock-job.ts';
import { fixture } from '../fixtures/fixture.ts';

const customization = (detail: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) =>
  changed('customization-completed', detail, envelope);
const batch = (detail: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) =>
  changed('batch-inference-failed', detail, envelope);

function changed(name: string, detail: Record<string, unknown>, envelope: Record<string, unknown>) {
  const event = fixture('bedrock-jobs', name);
  return { ...event, ...envelope, detail: { ...(event['detail'] as object), ...detail } };
}

describe('a job’s state change', () => {
  it('of a customization names job, model, state and instant', () => {
    expect(readBedrockJob(customization())).toEqual({
      kind: 'modelCustomization',
      modelId: 'amazon.nova-lite-v1:0',
      jobArn: 'arn:aws:bedrock:us-west-2:111122223333:model-customization-job/amazon.nova-lite-v1:0:256k/abcdefghijkl',
      jobName: 'support-tone-september',
      status: 'Completed',
      account: '111122223333',
      region: 'us-west-2',
      at: '2026-09-14T09:31:07.000Z',
      failure: null,
    });
  });

  it('of a batch inference says its state in another field and its time in another form', () => {
    expect(readBedrockJob(batch())).toMatchObject({
      kind: 'batchInference',
      modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      jobName: 'nightly-summaries',
      status: 'Failed',
      at: '2026-09-14T22:58:30.000Z',
      failure: "The input holds fewer records than the model's minimum.",
    });
  });

  it.each`
    model                                                                                            | modelId                                                                                | why
    ${'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0'}          | ${'anthropic.claude-3-haiku-20240307-v1:0'}                                            | ${'a foundation model’s ARN'}
    ${'eu.anthropic.claude-3-haiku-20240307-v1:0'}                                                   | ${'anthropic.claude-3-haiku-20240307-v1:0'}                                            | ${'a profile id'}
    ${'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:256k/abcdefghijkl'} | ${'amazon.nova-lite-v1:0'}                                                             | ${'a custom model’s ARN, which holds its base'}
    ${'arn:aws:bedrock:us-east-1:111122223333:base-model-name'}                                      | ${'arn:aws:bedrock:us-east-1:111122223333:base-model-name'}                            | ${'AWS’s own invalid sample stays as written'}
    ${'arn:aws:bedrock:us-east-1:111122223333:custom-model/imported/abcdefghijkl'}                   | ${'arn:aws:bedrock:us-east-1:111122223333:custom-model/imported/abcdefghijkl'}         | ${'an imported model has no base'}
    ${'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl'}           | ${'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl'} | ${'an application profile is opaque'}
  `('its model: $why', ({ model, modelId }: { model: string; modelId: string }) => {
    expect(readBedrockJob(batch({ batchModelId: model })).modelId).toBe(modelId);
    expect(readBedrockJob(customization({ baseModelArn: model })).modelId).toBe(modelId);
  });

  it('a customization without a time in its envelope happened when it was last modified', () => {
    const event = customization({ lastModifiedTime: '2026-09-14T09:31:07Z' }, { time: undefined });

    expect(readBedrockJob(event).at).toBe('2026-09-14T09:31:07.000Z');
  });

  it.each([undefined, null, '', 5, {}])('a failure message that is %s is none', (failureMessage) => {
    expect(readBedrockJob(batch({ failureMessage })).failure).toBeNull();
  });
});

describe('a needed field of a job that cannot be read is named', () => {
  it.each`
    event                                      | field                    | why
    ${batch({ batchModelId: undefined })}      | ${'detail.batchModelId'} | ${'no model'}
    ${batch({ status: 5 })}                    | ${'detail.status'}       | ${'no state'}
    ${batch({ batchJobArn: null })}            | ${'detail.batchJobArn'}  | ${'no job'}
    ${batch({}, { time: 'later' })}            | ${'time'}                | ${'no instant'}
    ${batch({}, { account: undefined })}       | ${'account'}             | ${'no account'}
    ${customization({ jobStatus: undefined })} | ${'detail.jobStatus'}    | ${'a customization says its state here'}
    ${customization({ baseModelArn: {} })}     | ${'detail.baseModelArn'} | ${'no model'}
    ${batch({}, { 'detail-type': 'Else' })}    | ${'detail-type'}         | ${'another event'}
    ${null}                                    | ${'detail-type'}         | ${'no event'}
  `('$field: $why', ({ event, field }: { event: unknown; field: string }) => {
    expect(() => readBedrockJob(event)).toThrow(expect.objectContaining({ name: 'UnreadableEventError', field }));
  });
});

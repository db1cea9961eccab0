import {
  BedrockClient,
  GetFoundationModelCommand,
  GetGuardrailCommand,
  ListFoundationModelsCommand,
  ResourceNotFoundException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-bedrock';
import { describe, expect, it } from 'vitest';
import { simulatedAws } from './simulated-aws.ts';

async function aws(day = '2026-11-20') {
  const fake = await simulatedAws(day);
  const bedrock = (region = 'us-east-1', maxAttempts = 1) => new BedrockClient({ ...fake.access(region), maxAttempts });
  return { ...fake, bedrock };
}

describe('Bedrock, as its own client sees it', () => {
  it('lists models with their lifecycle as dates', async () => {
    const { bedrock } = await aws();
    const { modelSummaries = [] } = await bedrock().send(new ListFoundationModelsCommand({}));

    expect(modelSummaries.find(({ modelId }) => modelId === 'ai21.jamba-1-5-large-v1:0')).toMatchObject({
      modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/ai21.jamba-1-5-large-v1:0',
      modelLifecycle: {
        status: 'LEGACY',
        legacyTime: new Date('2026-05-26'),
        publicExtendedAccessTime: new Date('2026-08-26'),
        endOfLifeTime: new Date('2026-11-26'),
      },
    });
  });

  it('filters by a query parameter, and finds one model by the label in its path', async () => {
    const { bedrock } = await aws();
    const { modelSummaries = [] } = await bedrock().send(new ListFoundationModelsCommand({ byProvider: 'Cohere' }));
    const modelIdentifier = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    const { modelDetails } = await bedrock().send(new GetFoundationModelCommand({ modelIdentifier }));

    expect(new Set(modelSummaries.map(({ providerName }) => providerName))).toEqual(new Set(['Cohere']));
    expect(modelDetails?.modelId).toBe(modelIdentifier);
  });

  it('answers errors that are of their class', async () => {
    const { bedrock } = await aws();
    const asked = bedrock().send(new GetFoundationModelCommand({ modelIdentifier: 'nobody.knows-v1:0' }));

    await expect(asked).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  it('names the operation that is not simulated', async () => {
    const { bedrock } = await aws();
    const asked = bedrock().send(new GetGuardrailCommand({ guardrailIdentifier: 'g' }));

    await expect(asked).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('bedrock:GetGuardrail') as string,
    });
  });

  it('is throttled as often as told, in the words of the service, then answers', async () => {
    const { bedrock, faults, calls } = await aws();
    faults.add({ kind: 'throttled', times: 1, call: 'bedrock:ListFoundationModels' });

    await expect(bedrock().send(new ListFoundationModelsCommand({}))).rejects.toBeInstanceOf(ThrottlingException);
    await bedrock().send(new ListFoundationModelsCommand({}));
    faults.add({ kind: 'throttled', times: 1 });
    await bedrock('us-east-1', 3).send(new ListFoundationModelsCommand({}));

    expect(calls.byCall).toEqual(new Map([['bedrock:ListFoundationModels', 4]]));
  });

  it.each`
    day             | region              | listed       | why
    ${'2026-05-25'} | ${'us-east-1'}      | ${'ACTIVE'}  | ${'before Legacy nobody is told of an end'}
    ${'2026-05-26'} | ${'us-east-1'}      | ${'LEGACY'}  | ${'Legacy begins'}
    ${'2026-11-26'} | ${'us-east-1'}      | ${undefined} | ${'after its end it is absent in the Americas'}
    ${'2026-11-20'} | ${'ap-northeast-1'} | ${undefined} | ${'it was never there'}
  `('Jamba 1.5 Large in $region on $day is $listed: $why', async ({ day, region, listed }: Record<string, string>) => {
    const { bedrock } = await aws(day);
    const { modelSummaries = [] } = await bedrock(region).send(new ListFoundationModelsCommand({}));
    const jamba = modelSummaries.find(({ modelId }) => modelId === 'ai21.jamba-1-5-large-v1:0');

    expect(jamba?.modelLifecycle?.status).toBe(listed);
  });

  it('lists an ended model as Legacy with a past end outside the Americas', async () => {
    const { bedrock } = await aws();
    const { modelSummaries = [] } = await bedrock('ap-northeast-1').send(new ListFoundationModelsCommand({}));
    const sonnet4 = modelSummaries.find(({ modelId }) => modelId === 'anthropic.claude-sonnet-4-20250514-v1:0');

    expect(sonnet4?.modelLifecycle).toMatchObject({ status: 'LEGACY', endOfLifeTime: new Date('2026-10-14') });
  });

  it('refuses an input without a required member', async () => {
    const { endpoint } = await aws();
    const headers = {
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIASIMULATEDHUB/20261120/us-east-1/bedrock/aws4_request, x',
    };
    const answer = await fetch(`${endpoint}/inference-profiles`, { method: 'POST', headers, body: '{}' });

    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-errortype')).toBe(ValidationException.name);
    expect(await answer.json()).toMatchObject({
      message: expect.stringContaining("'inferenceProfileName'") as string,
    });
  });
});

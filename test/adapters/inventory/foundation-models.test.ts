import { describe, expect, it } from 'vitest';
import { isStillOffered, listFoundationModels } from '../../../adapters/inventory/foundation-models.ts';
import { simulatedPlace } from './simulated-place.ts';

const jamba = 'ai21.jamba-1-5-large-v1:0';
const sonnet4 = 'anthropic.claude-sonnet-4-20250514-v1:0';
const summaries = (body: Record<string, unknown>) => body['modelSummaries'] as Record<string, unknown>[];

async function place(region: string, day?: string) {
  const { asking, faults } = await simulatedPlace('payments', region, day);
  return { client: asking().clients.bedrock, faults };
}

describe('what a Region lists', () => {
  it('is read with its dates as days', async () => {
    const { client } = await place('us-east-1');
    const { models, drift } = await listFoundationModels(client, 'us-east-1');

    expect(models.find(({ modelId }) => modelId === jamba)).toEqual({
      modelId: jamba,
      region: 'us-east-1',
      name: 'Jamba 1.5 Large',
      provider: 'AI21 Labs',
      status: 'LEGACY',
      launch: '2024-09-23',
      legacy: '2026-05-26',
      extendedAccess: '2026-08-26',
      endOfLife: '2026-11-26',
    });
    expect(models.find(({ modelId }) => modelId === 'anthropic.claude-sonnet-5')).toMatchObject({
      status: 'ACTIVE',
      endOfLife: null,
    });
    expect(drift).toEqual([]);
  });

  it('may hold a model whose end is past', async () => {
    const { client } = await place('ap-northeast-1');
    const { models } = await listFoundationModels(client, 'ap-northeast-1');

    expect(models.find(({ modelId }) => modelId === sonnet4)).toMatchObject({
      status: 'LEGACY',
      endOfLife: '2026-10-14',
    });
  });

  it.each`
    what                    | change                                              | drift
    ${'a new field'}        | ${{ modelLifecycle: { status: 'ACTIVE', end: 1 } }} | ${'modelLifecycle has a field end'}
    ${'a new state'}        | ${{ modelLifecycle: { status: 'RETIRED' } }}        | ${'the status RETIRED'}
    ${'a field of a model'} | ${{ successor: 'x' }}                               | ${'a model has a field successor'}
    ${'no lifecycle'}       | ${{ modelLifecycle: undefined }}                    | ${'a model without a modelLifecycle'}
    ${'no id'}              | ${{ modelId: undefined }}                           | ${'a model without a modelId'}
  `(
    'raises an alarm over $what, and reads the rest',
    async ({ change, drift: told }: { change: object; drift: string }) => {
      const { client, faults } = await place('us-east-1');
      faults.add({
        kind: 'drift',
        change: (body) => ({
          modelSummaries: summaries(body).map((one, index) => (index === 1 ? { ...one, ...change } : one)),
        }),
      });
      const { models, drift } = await listFoundationModels(client, 'us-east-1');

      expect(drift).toEqual([told]);
      expect(models.some(({ modelId }) => modelId === jamba)).toBe(true);
      expect(models.every(({ modelId }) => modelId !== '')).toBe(true);
    },
  );

  it.each`
    what                    | change
    ${'models without ids'} | ${(body: Record<string, unknown>) => ({ modelSummaries: summaries(body).map((one) => ({ ...one, modelId: undefined })) })}
    ${'no model at all'}    | ${() => ({ modelSummaries: [] })}
    ${'another shape'}      | ${(body: Record<string, unknown>) => ({ models: summaries(body) })}
  `('is no answer where it holds $what', async ({ change }: { change: (body: Record<string, unknown>) => object }) => {
    const { client, faults } = await place('us-east-1');
    faults.add({ kind: 'drift', change });

    await expect(listFoundationModels(client, 'us-east-1')).rejects.toMatchObject({
      name: 'CallError',
      call: 'bedrock:ListFoundationModels',
    });
  });

  it.each`
    fault                              | error
    ${{ kind: 'down' }}                | ${'ServiceUnavailableException'}
    ${{ kind: 'denied' }}              | ${'AccessDeniedException'}
    ${{ kind: 'throttled', times: 1 }} | ${'ThrottlingException'}
  `('is unknown where the call fails: $error', async ({ fault, error }: { fault: never; error: string }) => {
    const { client, faults } = await place('us-east-1');
    faults.add(fault);

    await expect(listFoundationModels(client, 'us-east-1')).rejects.toMatchObject({
      call: 'bedrock:ListFoundationModels',
      message: expect.stringMatching(new RegExp(`^${error}: `)) as string,
    });
  });
});

describe('whether a model is still offered', () => {
  it.each`
    modelId    | region              | day             | offered  | why
    ${jamba}   | ${'us-east-1'}      | ${'2026-11-25'} | ${true}  | ${'it has not ended'}
    ${jamba}   | ${'us-east-1'}      | ${'2026-11-26'} | ${false} | ${'AWS knows it no more'}
    ${sonnet4} | ${'ap-northeast-1'} | ${'2026-11-20'} | ${true}  | ${'it has ended and is still listed'}
  `(
    '$offered: $why',
    async ({ modelId, region, day, offered }: Record<'modelId' | 'region' | 'day' | 'offered', string>) => {
      const { client } = await place(region, day);

      expect(await isStillOffered(client, modelId)).toBe(offered);
    },
  );

  it('is not answered by a call that failed', async () => {
    const { client, faults } = await place('us-east-1');
    faults.add({ kind: 'down' });

    await expect(isStillOffered(client, jamba)).rejects.toMatchObject({ call: 'bedrock:GetFoundationModel' });
  });
});

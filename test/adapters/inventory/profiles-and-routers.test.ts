import { describe, expect, it } from 'vitest';
import { inferenceProfiles } from '../../../adapters/inventory/inference-profiles.ts';
import { promptRouters } from '../../../adapters/inventory/prompt-routers.ts';
import { modelResolver } from '../../../domain/model-links.ts';
import { simulatedPlace } from './simulated-place.ts';

const arn = (rest: string) => `arn:aws:bedrock:us-east-1:111122223333:${rest}`;
const fraudReview = arn('application-inference-profile/fraudreview1');
const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('inference profiles, over the wire', () => {
  it('lead from AWS’s own ids and from an opaque one to the model', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const { links, failures } = await inferenceProfiles(asking());
    const resolve = modelResolver(links);

    expect(failures).toEqual([]);
    expect(resolve(`us.${sonnet45}`).modelIds).toEqual([sonnet45]);
    expect(resolve(fraudReview)).toEqual({ modelIds: [sonnet45], through: [fraudReview] });
    expect(resolve('fraudreview1').modelIds).toEqual([sonnet45]);
  });

  it('are dependents where an application made them', async () => {
    const { asking, travelTo } = await simulatedPlace('payments', 'us-east-1');
    const [only, ...more] = (await inferenceProfiles(asking())).dependents;

    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'applicationInferenceProfile', id: fraudReview, name: 'fraud-review' });
    expect(only?.uses).toEqual([
      { reference: `arn:aws:bedrock:us-east-1::foundation-model/${sonnet45}`, purpose: 'inference' },
    ]);
    travelTo('2026-12-20');
    expect((await inferenceProfiles(asking())).dependents.map(({ name }) => name)).toEqual([
      'fraud-review',
      'fraud-review-sonnet-5',
    ]);
    travelTo('2027-01-12');
    expect((await inferenceProfiles(asking())).dependents.map(({ name }) => name)).toEqual(['fraud-review-sonnet-5']);
  });

  it('that were read before a page failed are kept', async () => {
    const { asking, faults } = await simulatedPlace('payments', 'us-east-1');
    faults.add({ kind: 'halfPage' });
    const { dependents, links, failures } = await inferenceProfiles(asking());

    expect(dependents).toHaveLength(1);
    expect(links).toHaveLength(3);
    expect(failures.map(({ call }) => call)).toEqual(['bedrock:ListInferenceProfiles']);
  });
});

describe('prompt routers, over the wire', () => {
  it('are dependents where a customer made them, with their fallback', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const { dependents } = await promptRouters(asking());

    expect(dependents).toEqual([
      {
        kind: 'promptRouter',
        id: arn('prompt-router/payrouter001'),
        name: 'by-length',
        uses: [
          { reference: arn(`inference-profile/us.${sonnet45}`), purpose: 'inference' },
          { reference: arn('inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0'), purpose: 'inference' },
          { reference: arn('inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0'), purpose: 'fallback' },
        ],
      },
    ]);
  });

  it('of AWS’s own are only a way to a model', async () => {
    const { asking } = await simulatedPlace('research', 'us-east-1');
    const { dependents, links } = await promptRouters(asking());

    expect(dependents).toEqual([]);
    expect(links).toHaveLength(1);
  });
});

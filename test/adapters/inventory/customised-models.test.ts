import { describe, expect, it } from 'vitest';
import { customModelDeployments } from '../../../adapters/inventory/custom-model-deployments.ts';
import { customModels } from '../../../adapters/inventory/custom-models.ts';
import { customizationJobs } from '../../../adapters/inventory/customization-jobs.ts';
import { importedModels } from '../../../adapters/inventory/imported-models.ts';
import { provisionedThroughput } from '../../../adapters/inventory/provisioned-throughput.ts';
import { modelResolver } from '../../../domain/model-links.ts';
import { simulatedPlace } from './simulated-place.ts';

const arn = (rest: string) => `arn:aws:bedrock:us-east-1:777788889999:${rest}`;
const titles = arn('custom-model/amazon.nova-micro-v1:0/titlesmodel1');
const titles2 = arn('custom-model/amazon.nova-micro-v1:0/titlesmodel2');
const illustrations = arn('custom-model/amazon.nova-canvas-v1:0/illustration');

describe('customised models, over the wire', () => {
  it('finds a model made from a custom model, and what it descends from', async () => {
    const { asking } = await simulatedPlace('research', 'us-east-1');
    const { dependents, links, failures } = await customModels(asking());

    expect(failures).toEqual([]);
    expect(dependents.map(({ id, name }) => [id, name])).toEqual([
      [titles, 'titles'],
      [titles2, 'titles-2'],
      [illustrations, 'illustrations'],
    ]);
    expect(dependents[1]?.uses).toEqual([{ reference: titles, purpose: 'customization' }]);
    expect(modelResolver(links)(titles2)).toEqual({ modelIds: ['amazon.nova-micro-v1:0'], through: [titles2, titles] });
  });

  it('finds a deployment of a custom model', async () => {
    const { asking } = await simulatedPlace('research', 'us-east-1');
    const { dependents } = await customModelDeployments(asking());

    expect(dependents).toEqual([
      {
        kind: 'customModelDeployment',
        id: arn('custom-model-deployment/titlesdeploy'),
        name: 'titles',
        uses: [{ reference: titles2, purpose: 'inference' }],
      },
    ]);
  });

  it('finds an imported model, which has no base', async () => {
    const { asking } = await simulatedPlace('research', 'us-east-1');
    const { dependents, links } = await importedModels(asking());

    expect(dependents).toMatchObject([{ kind: 'importedModel', name: 'glossary', uses: [] }]);
    expect(modelResolver(links)(arn('imported-model/glossary0001')).modelIds).toEqual([]);
  });

  it('finds training that is under way', async () => {
    const { asking, travelTo } = await simulatedPlace('research', 'us-east-1');

    expect((await customizationJobs(asking())).dependents).toMatchObject([
      {
        name: 'titles-3',
        uses: [
          { reference: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0', purpose: 'customization' },
        ],
      },
    ]);
    travelTo('2026-12-03');
    expect((await customizationJobs(asking())).dependents).toEqual([]);
  });

  it('finds throughput with a commitment and without, on a model of AWS and on one of its own', async () => {
    const { asking, travelTo } = await simulatedPlace('research', 'us-east-1');
    const { dependents, links } = await provisionedThroughput(asking());

    expect(dependents.map(({ name, committedUntil }) => [name, committedUntil])).toEqual([
      ['evaluation', '2027-04-20T00:00:00.000Z'],
      ['illustrations', null],
    ]);
    expect(modelResolver(links)(arn('provisioned-model/illustrate01')).modelIds).toEqual(['amazon.nova-canvas-v1:0']);
    travelTo('2026-12-01');
    expect((await provisionedThroughput(asking())).dependents.map(({ name }) => name)).toEqual(['evaluation']);
  });
});

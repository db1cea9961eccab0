import { describe, expect, it } from 'vitest';
import { agents } from '../../../adapters/inventory/agents.ts';
import { flows } from '../../../adapters/inventory/flows.ts';
import { knowledgeBases } from '../../../adapters/inventory/knowledge-bases.ts';
import { prompts } from '../../../adapters/inventory/prompts.ts';
import type { FoundDependent } from '../../../adapters/inventory/haul.ts';
import { simulatedPlace } from './simulated-place.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus41 = 'anthropic.claude-opus-4-1-20250805-v1:0';
const references = ({ uses }: FoundDependent) => uses.map(({ reference, purpose }) => `${purpose} ${reference}`);

describe('agents, over the wire', () => {
  it('show their draft, and the old version that an alias pins with the models it names', async () => {
    const { asking } = await simulatedPlace('support', 'us-east-1');
    const { dependents, failures } = await agents(asking());

    expect(failures).toEqual([]);
    expect(dependents.map((one) => [one.kind, one.name, references(one), one.pinnedBy])).toEqual([
      [
        'agent',
        'helpdesk',
        ['inference us.anthropic.claude-sonnet-5', 'inference us.anthropic.claude-opus-5'],
        undefined,
      ],
      ['agentVersion', 'helpdesk, version 2', [`inference us.${sonnet45}`, `inference us.${opus41}`], ['prod']],
    ]);
  });

  it('leave the old model when their alias moves on', async () => {
    const { asking } = await simulatedPlace('support', 'us-east-1', '2026-12-08');
    const { dependents } = await agents(asking());

    expect(dependents.map(({ name }) => name)).toEqual(['helpdesk', 'helpdesk, version 3']);
    expect(dependents.flatMap(references).join()).not.toContain(sonnet45);
  });

  it('are kept as far as they were read: the draft without the versions', async () => {
    const { asking, faults } = await simulatedPlace('support', 'us-east-1');
    faults.add({ kind: 'denied', call: 'bedrock-agent:GetAgentVersion' });
    const { dependents, failures } = await agents(asking());

    expect(dependents.map(({ name }) => name)).toEqual(['helpdesk']);
    expect(failures.map(({ call }) => call)).toEqual(['bedrock:GetAgentVersion']);
  });
});

describe('prompts, over the wire', () => {
  it('show every version with all its variants', async () => {
    const { asking } = await simulatedPlace('payments', 'us-east-1');
    const { dependents } = await prompts(asking());
    const uses = [`inference us.${opus41}`, `inference us.${sonnet45}`];

    expect(dependents.map((one) => [one.id, one.name, references(one)])).toEqual([
      ['arn:aws:bedrock:us-east-1:111122223333:prompt/DISPUTELT1', 'dispute-letter', uses],
      ['arn:aws:bedrock:us-east-1:111122223333:prompt/DISPUTELT1:1', 'dispute-letter, version 1', uses],
    ]);
  });
});

describe('flows, over the wire', () => {
  it('show the models of prompts inside them and of the knowledge bases they ask', async () => {
    const { asking, travelTo } = await simulatedPlace('payments', 'eu-central-1');
    const { dependents } = await flows(asking());

    expect(dependents.map(({ name, pinnedBy }) => [name, pinnedBy])).toEqual([
      ['refund-triage', undefined],
      ['refund-triage, version 1', ['live']],
    ]);
    expect(dependents.map(references)).toEqual(
      dependents.map(() => [
        `inference eu.${sonnet45}`,
        `inference arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.${sonnet45}`,
      ]),
    );
    travelTo('2026-12-16');
    expect((await flows(asking())).dependents.flatMap(references).join()).not.toContain(sonnet45);
  });
});

describe('knowledge bases, over the wire', () => {
  it('show what embeds and what parses', async () => {
    const { asking } = await simulatedPlace('support', 'eu-west-1');
    const { dependents } = await knowledgeBases(asking());

    expect(dependents.map((one) => [one.name, references(one)])).toEqual([
      [
        'helpdesk-articles',
        [
          'embedding arn:aws:bedrock:eu-west-1::foundation-model/twelvelabs.marengo-embed-2-7-v1:0',
          `parsing arn:aws:bedrock:eu-west-1:444455556666:inference-profile/eu.${sonnet45}`,
        ],
      ],
    ]);
  });

  it('stand beside each other while the articles are embedded anew', async () => {
    const { asking, travelTo } = await simulatedPlace('support', 'eu-west-1', '2026-11-25');
    const names = async () => (await knowledgeBases(asking())).dependents.map(({ name }) => name);

    expect(await names()).toEqual(['helpdesk-articles', 'helpdesk-articles-2']);
    travelTo('2026-11-28');
    expect(await names()).toEqual(['helpdesk-articles-2']);
  });

  it('are kept without the data source that could not be read', async () => {
    const { asking, faults } = await simulatedPlace('support', 'eu-west-1');
    faults.add({ kind: 'down', call: 'bedrock-agent:GetDataSource' });
    const { dependents, failures } = await knowledgeBases(asking());

    expect(dependents.flatMap(references)).toHaveLength(1);
    expect(failures.map(({ call }) => call)).toEqual(['bedrock:GetDataSource']);
  });
});

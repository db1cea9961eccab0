import { accounts } from '../../../story/organisation.ts';
import { bedrockArn, customModelArn } from '../arns.ts';
import type { Estate } from '../estate.ts';
import { jp, models, us } from '../known-models.ts';

const { sonnet4, sonnet45, sonnet46, novaMicro, novaCanvas } = models;
const virginia = { account: accounts.research, region: 'us-east-1' };
const tags = { team: 'research' };
const titles = customModelArn(virginia, novaMicro, 'titlesmodel1');
const illustrations = customModelArn(virginia, novaCanvas, 'illustration');
const titlesDeployment = bedrockArn(virginia, 'custom-model-deployment', 'titlesdeploy');
const capacity = bedrockArn(virginia, 'provisioned-model', 'evaluation01');

/**
 * Research trains models. Its throughput on Sonnet 4.5, renewed in October for six months, is committed past the model's end; its
 * illustrations rest on Nova Canvas, which ended in September, and are given up on 2026-12-01.
 */
export const researchInVirginia: Estate = {
  provisioned: [
    {
      id: 'evaluation01',
      name: 'evaluation',
      model: sonnet45,
      foundationModel: sonnet45,
      committedUntil: '2027-04-20',
      until: '2027-04-20',
      tags,
    },
    {
      id: 'illustrate01',
      name: 'illustrations',
      model: illustrations,
      foundationModel: novaCanvas,
      until: '2026-12-01',
      tags,
    },
  ],
  customModels: [
    { id: 'titlesmodel1', name: 'titles', foundationModel: novaMicro, tags },
    { id: 'titlesmodel2', name: 'titles-2', foundationModel: novaMicro, base: titles, tags },
    { id: 'illustration', name: 'illustrations', foundationModel: novaCanvas, until: '2026-12-01', tags },
  ],
  deployments: [
    { id: 'titlesdeploy', name: 'titles', model: customModelArn(virginia, novaMicro, 'titlesmodel2'), tags },
  ],
  importedModels: [{ id: 'glossary0001', name: 'glossary', architecture: 'llama', tags }],
  customizationJobs: [{ id: 'titlestrain3', name: 'titles-3', base: novaMicro, until: '2026-12-03', tags }],
  uses: [
    {
      calledAs: titlesDeployment,
      model: novaMicro,
      endpoint: 'bedrock-runtime',
      principal: { role: 'title-writer', session: 'nightly' },
      tokens: { input: 700, output: 30 },
      calls: [['2026-11-01', 300]],
    },
    {
      calledAs: capacity,
      model: sonnet45,
      endpoint: 'bedrock-runtime',
      principal: { role: 'evaluation', session: 'evaluation' },
      tokens: { input: 2600, output: 500 },
      calls: [['2026-11-01', 220]],
    },
    {
      calledAs: us(sonnet45),
      model: sonnet45,
      endpoint: 'bedrock-runtime',
      principal: { user: 'notebooks' },
      tokens: { input: 1100, output: 700 },
      calls: [
        ['2027-02-01', 25],
        ['2027-03-15', 0],
      ],
    },
  ],
};

/** Research left Sonnet 4 at the last moment: its calls moved to Sonnet 4.6 from 2026-10-10 to 2026-10-16. */
export const researchInTokyo: Estate = {
  uses: [sonnet4, sonnet46].map((model) => ({
    calledAs: jp(model),
    model,
    endpoint: 'bedrock-runtime',
    principal: { role: 'paper-reader', session: 'reader' },
    tokens: { input: 8200, output: 600 },
    calls:
      model === sonnet4
        ? [
            ['2026-10-10', 350],
            ['2026-10-16', 0],
          ]
        : [
            ['2026-10-10', 0],
            ['2026-10-16', 350],
          ],
  })),
};

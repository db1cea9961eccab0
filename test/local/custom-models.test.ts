import { expect, it } from 'vitest';
import { promotionStoryTerms } from '../../local/aws/custom-models/promotion-story.ts';
import { writingRole } from '../../local/aws/custom-models/customization-story.ts';
import { aConfiguration } from '../builders/configuration.ts';
import { aCustomModel, novaLite, novaPro } from '../builders/custom-model-migration.ts';
import { anEngine } from './engine.ts';

it('a custom model goes the whole way on one machine, over a real comparison of its validation data', async () => {
  const base = aConfiguration();
  const { regions, targetAccount: account } = promotionStoryTerms;
  const targets = regions.map((region) => ({ account, region, serving: 'deployment' as const, key: null }));
  const customModels = { ...base.customModels, role: writingRole, targets };
  const engine = await anEngine({ configuration: { ...base, customModels }, answerMs: 1 });
  const { models, idle } = engine.customModels;
  const leaving = { migrationId: `${novaLite}/platform`, modelId: novaLite, replacement: novaPro };

  const [id = ''] = await models.propose([{ ...leaving, customModels: [aCustomModel()] }]);
  await models.start(id, 'U0000000001');
  const record = async () => (await models.all()).find((one) => one.id === id);
  for (let left = 2000; left > 0 && (await record())?.status !== 'awaitingApproval'; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const asked = await record();
  await models.approve(id, 'U0000000002');
  await idle();

  expect(asked?.verdict?.reasons.join(' ')).toContain('over 100 cases');
  // People are told which models these are, not by which ARNs they are asked.
  const names = {
    current: 'support-lite (on-demand deployment)',
    candidate: 'support-lite-renewed-1 (on-demand deployment)',
  };
  expect(await engine.runs()).toMatchObject([{ status: 'concluded', names, summary: { names } }]);
  expect(await record()).toMatchObject({
    status: 'promoted',
    outcomes: [
      { region: 'us-east-1', kind: 'done' },
      { region: 'us-west-2', kind: 'done' },
    ],
  });
});

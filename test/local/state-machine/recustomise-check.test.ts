import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../domain/iam/policy-document.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import { aRecustomisation } from '../recustomise-story.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;

async function started(story: Story) {
  const engine = story.begin();
  await story.modelsOf(engine).start(story.id, 'U0000000001');
  return { engine };
}

const key = 'arn:aws:kms:us-east-1:111122223333:key/33333333-3333-3333-3333-333333333333';
const allows = (principal: string, ...actions: readonly string[]): Statement => ({
  ...{ Effect: 'Allow', Principal: { AWS: [principal] }, Action: actions, Resource: ['*'] },
});
const sundial = `arn:aws:iam::${developmentAccount}:role/SundialCustomModels`;
const trainer = `arn:aws:iam::${developmentAccount}:role/BedrockTraining`;
const encrypt = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'];

const target = { account: hostingAccount, region: 'us-east-1', serving: 'deployment', key: null } as const;

/** Two custom models of somebody else in a Region of the target account. */
function crowd({ promotion }: Story, region: string, name = 'theirs') {
  const [any] = promotion.models.values();
  for (const id of ['crowdcrowd01', 'crowdcrowd02']) {
    const arn = `arn:aws:bedrock:${region}:${hostingAccount}:custom-model/amazon.nova-lite-v1:0/${id}`;
    if (any) promotion.models.set(arn, { ...any, arn, name, region, account: hostingAccount });
  }
}

describe('what would stand in the way after the training', () => {
  it.each`
    settings                                                                     | broken                                                                                                                                     | problem                                                                                 | why
    ${{}}                                                                        | ${(story: Story) => story.promotion.organizations.set(hostingAccount, 'o-another')}                                                        | ${'target 444455556666: both accounts must be in the same organisation'}                | ${'a target is of another organisation'}
    ${{}}                                                                        | ${(story: Story) => story.keepKey(key)}                                                                                                    | ${'does not allow kms:Decrypt to arn:aws:iam::444455556666:role/administrator'}         | ${'a target may not decrypt the model'}
    ${{}}                                                                        | ${(story: Story) => (story.keepKey(key), story.world.keys.delete(key))}                                                                    | ${'is NotFoundException; it must be Enabled'}                                           | ${'the key is gone'}
    ${{}}                                                                        | ${(story: Story) => (crowd(story, 'us-west-2'), (story.promotion.quota = 2))}                                                              | ${'target 444455556666: us-west-2: there are 2 custom models, and the quota is 2'}      | ${'no custom model is left in a target Region'}
    ${{}}                                                                        | ${(story: Story) => crowd(story, 'us-west-2', 'support-lite-renewed-1')}                                                                   | ${'us-west-2: a custom model named support-lite-renewed-1 is there already'}            | ${'the name is taken in a target Region'}
    ${{ targets: [{ ...target, region: 'sa-east-1' }] }}                         | ${() => undefined}                                                                                                                         | ${'target 444455556666: sa-east-1: a custom amazon.nova-pro-v1:0 can be copied to'}     | ${'it cannot be copied there'}
    ${{ targets: [{ ...target, region: 'us-west-2', serving: 'provisioned' }] }} | ${() => undefined}                                                                                                                         | ${'us-west-2: a custom amazon.nova-pro-v1:0 can be given provisioned throughput in us'} | ${'no throughput is sold there'}
    ${{ targets: [{ ...target, serving: 'provisioned' }] }}                      | ${(story: Story) => (story.promotion.throughputQuota = 0)}                                                                                 | ${'target 444455556666: us-east-1: custom models have 0 model units without'}           | ${'no throughput is left in a target Region'}
    ${{ targets: [{ ...target, key }] }}                                         | ${() => undefined}                                                                                                                         | ${'customModels.targets: expected the ARN of a key of the target account'}              | ${'the key of a copy is another account’s'}
    ${{ serving: 'provisioned' }}                                                | ${(story: Story) => (story.promotion.throughputQuota = 0)}                                                                                 | ${'us-east-1: custom models have 0 model units without a commitment'}                   | ${'no throughput is left to compare by'}
    ${{ targets: [] }}                                                           | ${(story: Story) => story.keepKey(key, [allows(sundial, 'kms:*')])}                                                                        | ${`does not allow ${encrypt.join(', ')} to ${trainer}`}                                 | ${'the role that trains may not use the key'}
    ${{ targets: [] }}                                                           | ${(story: Story) => story.keepKey(key, [allows(trainer, 'kms:*'), allows(sundial, 'kms:GetKeyPolicy', 'kms:Decrypt', 'kms:DescribeKey')])} | ${`does not allow kms:GenerateDataKey, kms:CreateGrant to ${sundial}`}                  | ${'Sundial’s own role may not use the key'}
    ${{ targets: [], serving: 'provisioned' }}                                   | ${(story: Story) => story.keepKey(key)}                                                                                                    | ${'does not allow kms:Decrypt, kms:GenerateDataKey to bedrock.amazonaws.com'}           | ${'Bedrock may not optimise a Nova for its throughput'}
  `(
    'finds before the training is paid that $why',
    async (row: { settings: object; broken: (story: Story) => unknown; problem: string }) => {
      const story = await aRecustomisation(row.settings);
      row.broken(story);
      const { engine } = await started(story);
      await engine.idle();

      expect(story.record().status).toBe('failed');
      expect(story.record().problems.join(' ')).toContain(row.problem);
      expect(story.customization.trainings).toHaveLength(1);
      expect([story.promotion.servings, story.promotion.shares, story.record().created]).toEqual([[], [], []]);
    },
  );

  it('names a target that may not be entered, and what to deploy', async () => {
    const story = await aRecustomisation({}, developmentAccount);
    const { engine } = await started(story);
    await engine.idle();

    expect(story.record().problems).toEqual([
      expect.stringMatching(/^target 444455556666: it may not be entered: .*sts:AssumeRole.*custom-model-role.yml/),
    ]);
    expect(story.customization.trainings).toHaveLength(1);
  });

  it('says that a key’s policy is not known where it may not be read, and begins all the same', async () => {
    const story = await aRecustomisation({ targets: [] });
    story.keepKey(key, [allows(trainer, 'kms:*')]);
    await started(story);

    await story.until('training');

    expect(story.record().notes).toEqual([
      `not known: whether the key policy of ${key} lets ${trainer} use it, for it may not be read`,
      `not known: whether the key policy of ${key} lets ${sundial} use it, for it may not be read`,
    ]);
    expect(story.heard.did.find((what) => what.includes('|training|')) ?? '').toContain('not known: whether');
  });
});

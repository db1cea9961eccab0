import { describe, expect, it } from 'vitest';
import { leftovers } from '../../../domain/custom-models/created-thing.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import { expectNothingLeft, newModels as models } from '../nothing-left.ts';
import { aRecustomisation } from '../recustomise-story.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;

/** Started by a person, up to where it waits for one, or has ended. */
async function started(story: Story) {
  const engine = story.begin();
  const models = story.modelsOf(engine);
  await models.start(story.id, 'U0000000001');
  return { engine, models };
}

describe('a custom model on a leaving base', () => {
  it('is trained again, compared, approved, and carried to two Regions of production', async () => {
    const story = await aRecustomisation();
    const { engine, models: decide } = await started(story);

    await story.until('awaitingApproval');
    expect(story.promotion.servings.map(({ name }) => name)).toEqual([
      'sundial-111122223333-us-east-1-supportlite1-1-old',
      'sundial-111122223333-us-east-1-supportlite1-1',
    ]);
    await decide.approve(story.id, 'U0000000002');
    const [execution] = await engine.idle();

    expect(execution).toEqual({ status: 'SUCCEEDED', output: {} });
    expect(story.record()).toMatchObject({
      status: 'promoted',
      newName: 'support-lite-renewed-1',
      hyperParameters: { epochCount: '2', learningRate: '0.00001', learningRateWarmupSteps: '10' },
      outcomes: [
        { account: hostingAccount, region: 'us-east-1', kind: 'done' },
        { account: hostingAccount, region: 'us-west-2', kind: 'done' },
      ],
    });
    const training = story.customization.trainings[1];
    expect(training).toMatchObject({
      account: developmentAccount,
      base: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0:300k',
      trainingData: 's3://example-training/train.jsonl',
      tags: { 'created-by': 'sundial', 'sundial-migration': story.id },
    });
    expect(story.runs[0]).toMatchObject({
      region: 'us-east-1',
      migrationIds: ['amazon.nova-lite-v1:0/platform'],
      keys: ['customModel|sundial-111122223333-us-east-1-supportlite1-1'],
    });
    expect(story.heard.did.filter((what) => what.startsWith('dataset'))).toEqual([
      'dataset sundial-111122223333-us-east-1-supportlite1-1.jsonl 40',
    ]);
    // What it was compared by is gone; what serves in production stays.
    expect(story.promotion.servings.map(({ account, region }) => [account, region])).toEqual([
      [hostingAccount, 'us-east-1'],
      [hostingAccount, 'us-west-2'],
    ]);
    expect(models(story).map(({ account, region }) => [account, region])).toEqual([
      [developmentAccount, 'us-east-1'],
      [hostingAccount, 'us-east-1'],
      [hostingAccount, 'us-west-2'],
    ]);
    expect(story.announced.map(({ status }) => status)).toEqual([
      'checking',
      'training',
      'deploying',
      'comparing',
      'awaitingApproval',
      'promoting',
      'promoted',
    ]);
  });

  it('is trained in Sundial’s own account without another role', async () => {
    const story = await aRecustomisation({ role: null, targets: [] }, developmentAccount);
    const { engine, models: decide } = await started(story);

    await story.until('awaitingApproval');
    await decide.approve(story.id, 'U0000000002');
    const [execution] = await engine.idle();

    expect(execution?.status).toBe('SUCCEEDED');
    // Without targets it is served where it is.
    expect(story.promotion.servings.map(({ name }) => name)).toEqual(['sundial-111122223333-us-east-1-supportlite1-1']);
    expect(story.record().outcomes).toMatchObject([
      { kind: 'done', region: 'us-east-1', serves: story.record().servingArn },
    ]);
  });

  it('is trained in another Region than Sundial’s, where Step Functions cannot begin it', async () => {
    const story = await aRecustomisation({ targets: [] }, hostingAccount, 'us-west-2');
    const { engine, models: decide } = await started(story);

    await story.until('awaitingApproval');
    await decide.approve(story.id, 'U0000000002');

    expect((await engine.idle())[0]?.status).toBe('SUCCEEDED');
  });

  it('asks a person too where the comparison is inconclusive, with the facts', async () => {
    const story = await aRecustomisation();
    story.told.verdict = 'inconclusive';
    await started(story);

    await story.until('awaitingApproval');

    const asked = story.heard.did.find((what) => what.includes('awaitingApproval')) ?? '';
    expect(asked).toContain('The comparison says: inconclusive.');
    expect(asked).toContain('inconclusive by 40 cases');
  });
});

describe('what goes wrong is told, and nothing is left running', () => {
  it('when the training fails', async () => {
    const story = await aRecustomisation();
    story.customization.failing = 'The training data hold too few records.';
    const { engine } = await started(story);
    const [execution] = await engine.idle();

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(story.record()).toMatchObject({
      status: 'failed',
      reason: 'The training failed: The training data hold too few records.',
    });
    expectNothingLeft(story);
  });

  it('when the last throughput is taken by somebody else meanwhile', async () => {
    const story = await aRecustomisation({ serving: 'provisioned' });
    const begin = story.customization.trainings.push.bind(story.customization.trainings);
    story.customization.trainings.push = (one) => {
      story.promotion.throughputQuota = 0;
      return begin(one);
    };
    const { engine } = await started(story);
    const [execution] = await engine.idle();

    expect(execution).toMatchObject({ status: 'FAILED', error: 'ServiceQuotaExceededException' });
    expect(story.record().reason).toBe('You have reached the quota of model units.');
    expectNothingLeft(story);
  });

  it('when the new model is worse: its throughput is deleted, and everybody is told why', async () => {
    const story = await aRecustomisation({ serving: 'provisioned', throughputUsdPerHour: 20 });
    story.told.verdict = 'regressed';
    const { engine } = await started(story);
    const [execution] = await engine.idle();

    expect(execution?.status).toBe('SUCCEEDED');
    expect(story.record().status).toBe('worse');
    const last = story.heard.did.findLast((what) => what.startsWith('reply')) ?? '';
    expect(last).toContain('does worse than the old model');
    expect(last).toContain('regressed by 40 cases');
    expectNothingLeft(story);
  });

  it('when the comparison itself fails', async () => {
    const story = await aRecustomisation();
    story.told.verdict = 'failed';
    const { engine } = await started(story);
    await engine.idle();

    expect(story.record()).toMatchObject({
      status: 'failed',
      reason: 'The comparison run-1 has no verdict: The model is out of reach.',
    });
    expectNothingLeft(story);
  });

  it('when the approval expires', async () => {
    const story = await aRecustomisation();
    const { engine } = await started(story);
    await story.until('awaitingApproval');

    story.expire();
    const [execution] = await engine.idle();

    expect(execution?.status).toBe('SUCCEEDED');
    expect(story.record().status).toBe('expired');
    expectNothingLeft(story);
  });

  it('when the approval expires by the clock of the daily tick', async () => {
    const story = await aRecustomisation();
    const { engine } = await started(story);
    await story.until('awaitingApproval');

    await story.pass(8 * 86_400_000);
    await engine.tick();
    await engine.idle();

    expect(story.record().status).toBe('expired');
    expectNothingLeft(story);
  });

  it('when a person refuses', async () => {
    const story = await aRecustomisation();
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');

    await decide.refuse(story.id, 'U0000000002');
    await engine.idle();

    expect(story.record().status).toBe('refused');
    expectNothingLeft(story);
  });

  it.each(['training', 'deploying', 'comparing', 'awaitingApproval', 'promoting'] as const)(
    'when a person cancels while it is %s, and it can be started again',
    async (status) => {
      const story = await aRecustomisation();
      const { engine, models: decide } = await started(story);
      if (status === 'promoting') {
        await story.until('awaitingApproval');
        await decide.approve(story.id, 'U0000000002');
      }
      await story.until(status);

      await decide.cancel(story.id, 'U0000000003');
      const executions = await engine.idle();

      expect(executions.map((one) => one.status)).toEqual(['ABORTED', 'SUCCEEDED']);
      expect(story.record()).toMatchObject({ status: 'cancelled', reason: 'cancelled by U0000000003' });
      expectNothingLeft(story);
      expect(await decide.start(story.id, 'U0000000001')).toMatchObject({ kind: 'done' });
      await story.until('awaitingApproval');
      expect(story.record().newName).toBe('support-lite-renewed-2');
    },
  );

  it('when a person cancels while models are being asked: the comparison is ended too', async () => {
    const story = await aRecustomisation();
    story.told.verdict = 'none yet';
    const { engine, models: decide } = await started(story);
    await story.until('comparing');
    while (story.runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));

    await decide.cancel(story.id, 'U0000000003');
    await engine.idle();

    expect(story.heard.did).toContain('cancel run-1');
    expectNothingLeft(story);
  });

  it('when no target takes it: the approved model stays, the person is asked again, and it is carried once that is mended', async () => {
    const story = await aRecustomisation({ serving: 'provisioned', throughputUsdPerHour: 20 });
    story.promotion.sharesWithOrganization = false;
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    const { shares } = story.promotion;
    const share = shares.push.bind(shares);
    shares.push = (one) => share({ ...one, state: 'rejected' });
    await decide.approve(story.id, 'U0000000002');
    await story.until('promoting');
    await story.until('awaitingApproval');

    const rejected = `account ${hostingAccount} has rejected the share ${shares[0]?.arn ?? ''}: delete it`;
    expect(story.record()).toMatchObject({
      approval: { decision: null },
      outcomes: [{ kind: 'failed', why: expect.stringContaining(rejected) as string }, { kind: 'failed' }],
    });
    expect(models(story).map(({ name }) => name)).toEqual(['support-lite-renewed-1']);
    // What costs by the hour is gone, and the question says why it is asked again.
    expect(story.promotion.servings).toEqual([]);
    const asked = story.heard.did.findLast((what) => what.includes('awaitingApproval')) ?? '';
    expect(asked).toContain(`failed: ${rejected}`);
    expect(asked).toContain('carried to none of its targets');

    story.promotion.deletedShares.push(...shares.splice(0));
    shares.push = share;
    await decide.approve(story.id, 'U0000000002');
    const [execution] = await engine.idle();
    expect(execution?.status).toBe('SUCCEEDED');
    expect(story.record()).toMatchObject({ status: 'promoted', outcomes: [{ kind: 'done' }, { kind: 'done' }] });
    expect(story.customization.trainings).toHaveLength(2);
  });

  it('when no target takes it and the person gives it up', async () => {
    const story = await aRecustomisation();
    story.promotion.refusing.set('us-east-1', 'Not here.').set('us-west-2', 'Not here.');
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    await decide.approve(story.id, 'U0000000002');
    await story.until('promoting');
    await story.until('awaitingApproval');

    await decide.refuse(story.id, 'U0000000003');
    await engine.idle();

    expect(story.record().status).toBe('refused');
    expectNothingLeft(story);
  });

  it('when Sundial itself fails after the approval: what was approved stays', async () => {
    const story = await aRecustomisation();
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    await decide.approve(story.id, 'U0000000002');
    await story.until('promoting');

    await engine.stop(story.record());
    await engine.idle();

    expect(story.record().status).toBe('failed');
    expect(story.record().reason).toContain(`${story.record().newModelArn ?? ''} was approved and stays`);
    expect(models(story).map(({ account, name }) => [account, name])).toEqual([
      [developmentAccount, 'support-lite-renewed-1'],
    ]);
    expect(story.promotion.servings).toEqual([]);
    expect(leftovers(story.record())).toEqual([]);
    expect(story.heard.did.at(-1)).toContain('what was created and not approved is removed');
  });

  it('when the other account never sees the model: it is told after twenty minutes, and where to look', async () => {
    const story = await aRecustomisation();
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    const share = story.promotion.shares.push.bind(story.promotion.shares);
    story.promotion.shares.push = (one) => share({ ...one, state: 'pending' });
    const asked = story.now();
    await decide.approve(story.id, 'U0000000002');
    await story.until('promoting');
    await story.until('awaitingApproval');

    const { outcomes, newModelArn } = story.record();
    const [why = ''] = outcomes.map((one) => one.why);
    expect(why).toContain(`Account ${hostingAccount} does not list ${newModelArn ?? ''} after 20 minutes`);
    expect(why).toContain('the resource share arn:aws:ram:us-east-1:111122223333:resource-share/');
    expect(why).toContain('is ASSOCIATING. Look in AWS RAM in us-east-1');
    expect(story.now().diff(asked).as('minutes')).toBeGreaterThanOrEqual(20);
    await decide.refuse(story.id, 'U0000000002');
    await engine.idle();
    expectNothingLeft(story);
  });

  it('when the copy is refused in one Region: the other is promoted, and what failed is said', async () => {
    const story = await aRecustomisation();
    story.promotion.refusing.set('us-west-2', 'The copy is refused there.');
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    await decide.approve(story.id, 'U0000000002');
    const [execution] = await engine.idle();

    expect(execution?.status).toBe('SUCCEEDED');
    expect(story.record()).toMatchObject({
      status: 'promoted',
      reason: expect.stringContaining('sundial custom promote') as string,
      outcomes: [
        { region: 'us-east-1', kind: 'done' },
        { region: 'us-west-2', kind: 'failed', why: 'The copy is refused there.' },
      ],
    });
    expect(story.promotion.servings.map(({ region }) => region)).toEqual(['us-east-1']);
  });

  it('when a key’s policy was changed since the check: nothing is shared, and the statement is printed', async () => {
    const story = await aRecustomisation();
    const key = 'arn:aws:kms:us-east-1:111122223333:key/33333333-3333-3333-3333-333333333333';
    const lets = (principal: string) =>
      ({ Effect: 'Allow', Principal: { AWS: [principal] }, Resource: ['*'] }) as const;
    story.keepKey(key, [
      { ...lets(developmentAccount), Action: ['kms:*'] },
      { ...lets(`arn:aws:iam::${hostingAccount}:role/administrator`), Action: ['kms:Decrypt'] },
    ]);
    const { engine, models: decide } = await started(story);
    await story.until('awaitingApproval');
    story.keepKey(key);
    await decide.approve(story.id, 'U0000000002');
    await story.until('promoting');
    await story.until('awaitingApproval');

    expect(story.record().outcomes[0]?.why).toContain(`the policy of ${key} lacks`);
    expect(story.record().outcomes[0]?.why).toContain('kms:Decrypt');
    await decide.refuse(story.id, 'U0000000002');
    await engine.idle();
    expectNothingLeft(story);
  });
});

describe('the check before anything is created', () => {
  it.each`
    broken                                                                                          | problem                                   | why
    ${(story: Story) => story.customization.bases.delete('amazon.nova-pro-v1:0:300k')}              | ${'cannot be customised by FINE_TUNING'}  | ${'the replacement cannot be customised there'}
    ${(story: Story) => story.customization.legacy.add('amazon.nova-pro-v1:0:300k')}                | ${'is Legacy in us-east-1'}               | ${'the replacement is Legacy itself'}
    ${(story: Story) => story.data().delete('train.jsonl')}                                         | ${'train.jsonl: there is no such object'} | ${'the data are gone'}
    ${(story: Story) => story.data().set('train.jsonl', '{"prompt":"a","completion":"b"}')}         | ${'pairs of prompt and completion'}       | ${'the data are in another form'}
    ${(story: Story) => story.data().set('train.jsonl', 'not JSON')}                                | ${'expected JSON lines'}                  | ${'the data are no records'}
    ${(story: Story) => story.world.roles.delete('arn:aws:iam::111122223333:role/BedrockTraining')} | ${'is not there any more'}                | ${'the role is gone'}
    ${(story: Story) => (story.promotion.quota = 1)}                                                | ${'the quota is 1'}                       | ${'no custom model is left'}
  `('finds that $why', async ({ broken, problem }: { broken: (story: Story) => unknown; problem: string }) => {
    const story = await aRecustomisation();
    broken(story);
    const { engine } = await started(story);
    await engine.idle();

    expect(story.record().status).toBe('failed');
    expect(story.record().problems.join(' ')).toContain(problem);
    expect(story.customization.trainings).toHaveLength(1);
    expect(story.heard.did.at(-1)).toContain(problem);
    expectNothingLeft(story);
  });

  it('takes what a person says of the hyperparameters, and says what is out of range', async () => {
    const story = await aRecustomisation();
    const engine = story.begin();
    const decide = story.modelsOf(engine);

    await decide.start(story.id, 'U0000000001', { hyperParameters: { epochCount: '9' } });
    await engine.idle();
    expect(story.record().problems.join(' ')).toContain('epochCount: expected a whole number from 1 to 5, got 9');

    await decide.start(story.id, 'U0000000001', { hyperParameters: { epochCount: '3' } });
    await story.until('awaitingApproval');
    expect(story.customization.trainings[1]?.hyperParameters).toMatchObject({ epochCount: '3' });
  });

  it('names the model that a copy was made of', async () => {
    const story = await aRecustomisation();
    const [model] = story.promotion.models.values();
    const of = 'arn:aws:bedrock:us-west-2:111122223333:custom-model/amazon.nova-lite-v1:0:300k/originally01';
    if (model) {
      const { arn, name, account, region, key, created } = model;
      story.promotion.models.set(arn, { arn, name, account, region, key, created, base: of });
    }
    const { engine } = await started(story);
    await engine.idle();

    expect(story.record().reason).toContain(`is a copy of ${of}: train that one again`);
  });

  it('does not enter another account without a role that the operator named', async () => {
    const story = await aRecustomisation({ role: null });
    const { engine } = await started(story);
    await engine.idle();

    expect(story.record()).toMatchObject({ status: 'failed' });
    expect(story.record().reason).toContain('customModels.role');
  });
});

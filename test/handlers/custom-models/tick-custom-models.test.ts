import { describe, expect, it } from 'vitest';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { keepTrainingJob } from '../../../handlers/custom-models/keep-training-job.ts';
import { tickCustomModels } from '../../../handlers/custom-models/tick-custom-models.ts';
import { aCustomModel, aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();
const approval = {
  token: 'token-1',
  askedAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-11-27T08:00:00.000Z',
  remindedAt: null,
  decision: null,
};

function given(migration: Partial<CustomModelMigration>, now: string) {
  const fake = customModelDeps();
  fake.world.now = now;
  fake.kept.set(id, aCustomModelMigration({ told: 1, version: 1, attempt: 1, ...migration }));
  return fake;
}

describe('a day of custom models', () => {
  it('proposes those that the sweep found on a leaving base', async () => {
    const { deps, world, kept } = customModelDeps();
    world.dependents.push(aCustomModel());

    await tickCustomModels(deps);
    await tickCustomModels(deps);

    expect([...kept.values()]).toMatchObject([
      { id, status: 'proposed', migrationIds: ['amazon.nova-lite-v1:0/platform'] },
    ]);
    expect(world.did.filter((what) => what.startsWith('reply'))).toHaveLength(1);
  });

  it('goes on with what a process left half done', async () => {
    const { deps, world } = given({ status: 'training' }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);

    expect(world.did).toEqual(['start 1']);
  });

  it.each`
    now                       | reminders | answers                                      | why
    ${'2026-11-22T09:00:00Z'} | ${0}      | ${[]}                                        | ${'there is time'}
    ${'2026-11-24T09:00:00Z'} | ${1}      | ${[]}                                        | ${'half of the time is over'}
    ${'2026-11-27T09:00:00Z'} | ${0}      | ${['answer token-1 {"decision":"expired"}']} | ${'all of it is'}
  `('reminds whoever is asked, or asks no longer: $why', async ({ now, reminders, answers }) => {
    const { deps, world } = given({ status: 'awaitingApproval', approval }, String(now));

    await tickCustomModels(deps);

    expect(world.did.filter((what) => what.startsWith('reply customModelReminder'))).toHaveLength(Number(reminders));
    expect(world.did.filter((what) => what.startsWith('answer'))).toEqual(answers);
  });

  it('reminds once', async () => {
    const { deps, world, kept } = given({ status: 'awaitingApproval', approval }, '2026-11-24T09:00:00Z');

    await tickCustomModels(deps);
    world.now = '2026-11-25T09:00:00Z';
    await tickCustomModels(deps);

    expect(world.did.filter((what) => what.startsWith('reply customModelReminder'))).toHaveLength(1);
    expect(kept.get(id)?.approval?.remindedAt).toBe('2026-11-24T09:00:00.000Z');
  });

  it('says every day what costs money', async () => {
    const created = [
      {
        kind: 'provisionedThroughput' as const,
        arn: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl',
        account: '111122223333',
        region: 'us-east-1',
        usdPerHour: 20,
        createdAt: '2026-11-20T08:00:00.000Z',
        removedAt: null,
        kept: false,
      },
    ];
    const { deps, world } = given({ status: 'comparing', created }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);
    await tickCustomModels(deps);
    world.now = '2026-11-21T09:00:00Z';
    await tickCustomModels(deps);

    const said = world.did.filter((what) => what.startsWith('reply customModelCost'));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('cost $480.00 a day');
  });

  it('removes what an ended one has left', async () => {
    const created = [
      {
        kind: 'deployment' as const,
        arn: 'arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abcdefghijkl',
        account: '111122223333',
        region: 'us-east-1',
        usdPerHour: 0,
        createdAt: '2026-11-20T08:00:00.000Z',
        removedAt: null,
        kept: false,
      },
    ];
    const { deps, world, kept } = given({ status: 'failed', created }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);
    await tickCustomModels(deps);

    expect(world.did).toEqual([`remove ${created[0]?.arn ?? ''}`]);
    expect(kept.get(id)?.created[0]?.removedAt).toBe('2026-11-20T09:00:00.000Z');
  });

  it('goes over all of them where one fails, and says what failed', async () => {
    const { deps, world, kept } = given({ status: 'training' }, '2026-11-20T09:00:00Z');
    kept.set('another', {
      ...aCustomModelMigration({ id: 'another', status: 'training', attempt: 7 }),
      version: 1,
      told: 1,
    });
    const start = deps.recustomising.start;
    const failing = {
      ...deps,
      recustomising: {
        ...deps.recustomising,
        start: (one: CustomModelMigration) => (one.attempt === 1 ? Promise.reject(new Error('away')) : start(one)),
      },
    };

    await expect(tickCustomModels(failing)).rejects.toThrow('away');
    expect(world.did).toEqual(['start 7']);
  });
});

describe('the event of a training job', () => {
  const job = {
    modelId: 'amazon.nova-pro-v1:0',
    kind: 'modelCustomization' as const,
    jobArn: 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-pro-v1:0/abcdefghijkl',
    jobName: `sundial-${id}-1`,
    status: 'InProgress',
    account: '111122223333',
    region: 'us-east-1',
    at: '2026-11-20T09:00:00.000Z',
    failure: null,
  };

  it.each`
    event                             | kept          | why
    ${{}}                             | ${job.jobArn} | ${'it is the job of the present attempt'}
    ${{ account: '444455556666' }}    | ${null}       | ${'anybody may take the name in their own account'}
    ${{ jobName: `${job.jobName}0` }} | ${null}       | ${'it is of another attempt'}
  `('is kept at once where $why', async ({ event, kept: arn }: { event: object; kept: string | null }) => {
    const { deps, kept } = given({ status: 'training' }, '2026-11-20T09:00:00Z');

    await keepTrainingJob(id, { ...job, ...event }, deps.customModelMigrations);
    await keepTrainingJob('another', job, deps.customModelMigrations);

    expect(kept.get(id)?.jobArn).toBe(arn);
  });
});

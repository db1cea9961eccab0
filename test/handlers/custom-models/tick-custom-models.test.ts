import { describe, expect, it } from 'vitest';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { keepTrainingJob } from '../../../handlers/custom-models/keep-training-job.ts';
import { tickCustomModels } from '../../../handlers/custom-models/tick-custom-models.ts';
import { aCustomModel, aCustomModelMigration, anApproval, novaLite } from '../../builders/custom-model-migration.ts';
import { aMigration } from '../../builders/situation.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();
const novaPlatform = `${novaLite}/platform`;
const aThread = { channel: 'C0123456789', ts: '1.3', permalink: null };

const throughput: CreatedThing = {
  kind: 'provisionedThroughput',
  arn: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl',
  account: '111122223333',
  region: 'us-east-1',
  usdPerHour: 20,
  createdAt: '2026-11-20T08:00:00.000Z',
  removedAt: null,
  kept: false,
};
const deployment: CreatedThing = {
  ...throughput,
  kind: 'deployment',
  arn: 'arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abcdefghijkl',
  usdPerHour: 0,
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
    const { deps, world } = given({ status: 'awaitingApproval', approval: anApproval }, String(now));

    await tickCustomModels(deps);

    expect(world.did.filter((what) => what.startsWith('reply customModelReminder'))).toHaveLength(Number(reminders));
    expect(world.did.filter((what) => what.startsWith('answer'))).toEqual(answers);
  });

  it('reminds once', async () => {
    const { deps, world, kept } = given({ status: 'awaitingApproval', approval: anApproval }, '2026-11-24T09:00:00Z');

    await tickCustomModels(deps);
    world.now = '2026-11-25T09:00:00Z';
    await tickCustomModels(deps);

    expect(world.did.filter((what) => what.startsWith('reply customModelReminder'))).toHaveLength(1);
    expect(kept.get(id)?.approval?.remindedAt).toBe('2026-11-24T09:00:00.000Z');
  });

  it('says every day what costs money', async () => {
    const { deps, world } = given({ status: 'comparing', created: [throughput] }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);
    await tickCustomModels(deps);
    world.now = '2026-11-21T09:00:00Z';
    await tickCustomModels(deps);

    const said = world.did.filter((what) => what.startsWith('reply customModelCost'));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('costs $480.00 a day');
  });

  it('removes what an ended one has left', async () => {
    const { deps, world, kept } = given({ status: 'failed', created: [deployment] }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);
    await tickCustomModels(deps);

    expect(world.did).toEqual([`remove ${deployment.arn}`]);
    expect(kept.get(id)?.created[0]?.removedAt).toBe('2026-11-20T09:00:00.000Z');
  });

  it('says what it costs where something cannot be removed, and fails', async () => {
    const { deps, world } = given({ status: 'failed', created: [throughput] }, '2026-11-20T09:00:00Z');
    const workshop = await deps.workshop(throughput);
    const shut = { ...workshop, remove: () => Promise.reject(new Error('denied')) };

    await expect(tickCustomModels({ ...deps, workshop: () => Promise.resolve(shut) })).rejects.toThrow('denied');

    expect(world.did).toEqual([expect.stringContaining('costs $480.00 a day')]);
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

describe('what a day says by mail', () => {
  function mailing(fake: ReturnType<typeof given>) {
    const mails: string[] = [];
    const mail = (subject: string) => Promise.resolve(void mails.push(subject));
    return { mails, deps: { ...fake.deps, mail } };
  }
  const waiting = { status: 'awaitingApproval', approval: anApproval, created: [throughput] } as const;

  it('is the reminder, once, and the costs, once a day', async () => {
    const fake = given(waiting, '2026-11-24T09:00:00Z');
    const { mails, deps } = mailing(fake);

    await tickCustomModels(deps);
    await tickCustomModels(deps);
    expect(mails).toEqual([
      'Sundial: support-lite: still waits for somebody to approve or refuse it, until 27 November 2026',
      'Sundial: support-lite: costs $480.00 a day',
    ]);

    fake.world.now = '2026-11-25T09:00:00Z';
    await tickCustomModels(deps);
    expect(mails.slice(2)).toEqual(['Sundial: support-lite: costs $480.00 a day']);
  });

  it('is one mail, however many threads hear of it', async () => {
    const fake = given({ ...waiting, migrationIds: [novaPlatform, `${novaLite}/other`] }, '2026-11-20T09:00:00Z');
    fake.world.migrations.set(`${novaLite}/other`, aMigration({ id: `${novaLite}/other`, thread: aThread }));
    const { mails, deps } = mailing(fake);

    await tickCustomModels(deps);

    expect(fake.world.did.filter((what) => what.startsWith('reply customModelCost'))).toHaveLength(2);
    expect(mails).toHaveLength(1);
  });

  it('follows where a process died between thread and mail, and nothing is said twice', async () => {
    const fake = given(waiting, '2026-11-24T09:00:00Z');
    const { mails, deps } = mailing(fake);
    fake.world.diesAfter = 1;
    await expect(tickCustomModels(deps)).rejects.toThrow('died');
    expect(mails).toEqual([]);
    fake.world.diesAfter = Infinity;

    await tickCustomModels(deps);

    expect(fake.world.did.filter((what) => what.startsWith('reply'))).toHaveLength(2);
    expect(mails).toHaveLength(2);
  });

  it('is tried again where it could not be sent', async () => {
    const fake = given(waiting, '2026-11-20T09:00:00Z');
    const { mails, deps } = mailing(fake);
    const failing = { ...deps, mail: () => Promise.reject(new Error('throttled')) };
    await expect(tickCustomModels(failing)).rejects.toThrow('throttled');

    await tickCustomModels(deps);

    expect(fake.world.did.filter((what) => what.startsWith('reply'))).toHaveLength(1);
    expect(mails).toHaveLength(1);
  });
});

describe('throughput that serves the successor', () => {
  const model = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-pro-v1:0:300k/abcdefghijkl';
  const { account, region, arn: serves } = throughput;
  const target = {
    account,
    region,
    serving: 'provisioned',
    key: null,
    kind: 'done',
    model,
    serves,
    why: null,
  } as const;
  const copy = { ...throughput, kind: 'customModel', arn: model, usdPerHour: null } as const;
  const created = [throughput, copy].map((one) => ({ ...one, kept: true }));
  const promoted = { status: 'promoted', outcomes: [target], created } as const;

  /** The throughput as AWS lists it, as long as `isThere`. */
  async function served(fake: ReturnType<typeof given>, isThere: () => boolean) {
    const seen = {
      kind: 'provisionedThroughput',
      name: 'new',
      arn: serves,
      status: 'InService',
      failure: null,
    } as const;
    const workshop = {
      ...(await fake.deps.workshop(target)),
      servings: (of: string) => Promise.resolve(of === model && isThere() ? [seen] : []),
    };
    return { ...fake.deps, workshop: () => Promise.resolve(workshop) };
  }

  it('is said daily until somebody removes it', async () => {
    const fake = given(promoted, '2026-11-20T09:00:00Z');
    let isThere = true;
    const deps = await served(fake, () => isThere);

    await tickCustomModels(deps);
    expect(fake.world.did).toEqual([expect.stringContaining('which serves the successor')]);

    isThere = false;
    fake.world.now = '2026-11-21T09:00:00Z';
    await tickCustomModels(deps);
    expect(fake.world.did).toHaveLength(1);
    expect(fake.kept.get(id)?.created).toMatchObject([
      { removedAt: '2026-11-21T09:00:00.000Z', kept: true },
      { removedAt: null },
    ]);
  });

  it('is looked for also while another attempt runs', async () => {
    const fake = given({ status: 'training', attempt: 2, outcomes: [], created }, '2026-11-20T09:00:00Z');
    const deps = await served(fake, () => false);

    await tickCustomModels(deps);

    expect(fake.kept.get(id)?.created).toMatchObject([{ removedAt: '2026-11-20T09:00:00.000Z' }, { removedAt: null }]);
  });

  it('is not said any more once the base is left', async () => {
    const fake = given(promoted, '2026-11-20T09:00:00Z');
    const deps = await served(fake, () => true);
    const migration = fake.world.migrations.get(novaPlatform);
    if (migration) fake.world.migrations.set(novaPlatform, { ...migration, status: 'done' });

    await tickCustomModels(deps);

    expect(fake.world.did).toEqual([]);
  });

  it('is there as long as nobody could look', async () => {
    const fake = given(promoted, '2026-11-20T09:00:00Z');
    const workshop = () => Promise.reject(new Error('the role may not be assumed'));

    await expect(tickCustomModels({ ...fake.deps, workshop })).rejects.toThrow('may not be assumed');

    expect(fake.world.did).toEqual([expect.stringContaining('costs $480.00 a day')]);
    expect(fake.kept.get(id)?.created).toMatchObject([{ removedAt: null }, { removedAt: null }]);
  });

  it('is said while it is being promoted, without a price where nobody told one', async () => {
    const made = [{ ...throughput, account: '444455556666', usdPerHour: null }];
    const { deps, world } = given({ status: 'promoting', created: made }, '2026-11-20T09:00:00Z');

    await tickCustomModels(deps);

    expect(world.did).toContainEqual(expect.stringContaining('costs a price that is not known'));
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

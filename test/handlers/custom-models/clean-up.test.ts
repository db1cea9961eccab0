import { describe, expect, it } from 'vitest';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { recustomise } from '../../../handlers/custom-models/recustomise.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();
const newModelArn = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-pro-v1:0:300k/abcdefghijkl';
const [locked, open] = ['444455556666', '777788889999'];

function throughput(account: string): CreatedThing {
  return {
    kind: 'provisionedThroughput',
    arn: `arn:aws:bedrock:us-east-1:${account}:provisioned-model/abcdefghijkl`,
    account,
    region: 'us-east-1',
    usdPerHour: 20,
    createdAt: '2026-11-20T08:00:00.000Z',
    removedAt: null,
    kept: false,
  };
}

function outcome(account: string): CustomModelMigration['outcomes'][number] {
  const target = { account, region: 'us-east-1', serving: 'deployment', key: null } as const;
  return { ...target, kind: 'waiting', model: null, serves: null, why: null };
}

/** A migration that was being promoted; Sundial may not enter one of the accounts. */
function given(migration: Partial<CustomModelMigration>) {
  const fake = customModelDeps();
  const promoting = { status: 'promoting', attempt: 1, told: 1, version: 1, newModelArn, entered: [locked] } as const;
  fake.kept.set(id, aCustomModelMigration({ ...promoting, ...migration }));
  const refused = new Error('not authorized to perform: sts:AssumeRole');
  const { workshop, promotion } = fake.deps;
  const deps: typeof fake.deps = {
    ...fake.deps,
    workshop: (place) => (place.account === locked ? Promise.reject(refused) : workshop(place)),
    promotion: (request) => (request.targetAccount === locked ? Promise.reject(refused) : promotion(request)),
  };
  return { ...fake, deps };
}

describe('an account that Sundial may not enter', () => {
  it('keeps nothing elsewhere from being removed, and everybody hears how it ended before the fault is thrown', async () => {
    const created = [throughput(locked), throughput('111122223333')];
    const { deps, world, kept } = given({ outcomes: [outcome(locked)], created });

    await expect(recustomise({ step: 'cleanUp', id, error: 'Gone', cause: '' }, deps)).rejects.toThrow('AssumeRole');

    expect(world.did).toContain(`remove ${throughput('111122223333').arn}`);
    expect(world.did.join()).toContain('|failed|');
    const left = kept.get(id)?.created.filter(({ removedAt }) => removedAt === null) ?? [];
    expect(left.map(({ account }) => account)).toEqual([locked]);
  });

  it('is waited for, and fails as a target without ending the promotion to the others', async () => {
    const { deps, kept } = given({ outcomes: [outcome(locked), outcome(open)] });
    const shared = {
      lookAtSharing: () => Promise.resolve({ share: null, visible: true, invitation: null, rejected: false }),
    };
    const { promotion } = deps;
    const others: typeof deps = {
      ...deps,
      promotion: (request) =>
        request.targetAccount === open
          ? Promise.resolve({ ...({} as Awaited<ReturnType<typeof promotion>>), ...shared })
          : promotion(request),
    };

    expect(await recustomise({ step: 'share', id, tries: 0 }, others)).toMatchObject({ next: 'wait' });
    expect(await recustomise({ step: 'share', id, tries: 40 }, others)).toEqual({
      next: 'done',
      targets: [{ account: open, region: 'us-east-1' }],
    });
    expect(kept.get(id)?.outcomes).toMatchObject([
      { kind: 'failed', why: 'not authorized to perform: sts:AssumeRole' },
      { kind: 'waiting' },
    ]);
  });
});

it('does not end a later attempt that a person has started while an earlier one was still cleaning up', async () => {
  const { deps, kept } = given({ status: 'training', attempt: 2 });
  const failed = { step: 'cleanUp', id, error: 'Gone', cause: '' } as const;

  expect(await recustomise({ ...failed, attempt: 1 }, deps)).toEqual({ next: 'done' });
  expect(kept.get(id)?.status).toBe('training');

  await recustomise({ ...failed, attempt: 2 }, deps);
  expect(kept.get(id)?.status).toBe('failed');
});

it('keeps what was approved where a fault comes while a person is asked about it again', async () => {
  const again = { status: 'awaitingApproval', outcomes: [{ ...outcome(open), kind: 'failed' as const }] } as const;
  const model = { ...throughput('111122223333'), kind: 'customModel' as const, arn: newModelArn, usdPerHour: 0 };
  const { deps, kept, world } = given({ ...again, created: [model], entered: [] });

  await recustomise({ step: 'cleanUp', id, error: 'States.Timeout', cause: '' }, deps);

  expect(world.did).not.toContain(`remove ${newModelArn}`);
  expect(kept.get(id)).toMatchObject({ status: 'failed', reason: expect.stringContaining('stays') as string });
  expect(kept.get(id)?.created).toMatchObject([{ arn: newModelArn, kept: true, removedAt: null }]);
});

it('leaves alone what the next attempt has made, where another clean-up was through while it looked', async () => {
  const { deps, kept, world } = given({ status: 'cancelled' });
  const { workshop } = deps;
  const slow: typeof deps = {
    ...deps,
    workshop: async (place) => ({
      ...(await workshop(place)),
      findJob: () => {
        const next = { status: 'deploying', attempt: 2, created: [throughput('111122223333')], version: 2 } as const;
        kept.set(id, aCustomModelMigration({ ...next, newModelArn }));
        return Promise.resolve(null);
      },
    }),
  };

  expect(await recustomise({ step: 'cleanUp', id, attempt: 1, error: '', cause: '' }, slow)).toEqual({ next: 'done' });
  expect(world.did.filter((what) => what.startsWith('remove'))).toEqual([]);
});

describe('what an attempt that is over has left', () => {
  const job = {
    arn: 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-pro-v1:0:300k/abcdefghijkl',
    status: 'InProgress',
    failure: null,
    model: null,
  };
  const cleanUp = { step: 'cleanUp', id, attempt: 1, error: '', cause: '' } as const;

  /** A person has just cancelled it; `world.now` is the clock. */
  function cancelled(more: Partial<CustomModelMigration> = {}) {
    const fake = given({ status: 'cancelled', changedAt: '2026-11-20T09:00:00.000Z', ...more });
    const seen: { job: (Omit<typeof job, 'model'> & { readonly model: string | null }) | null } = { job: null };
    const { workshop } = fake.deps;
    const deps: typeof fake.deps = {
      ...fake.deps,
      workshop: async (place) => ({ ...(await workshop(place)), findJob: () => Promise.resolve(seen.job) }),
    };
    return { ...fake, deps, seen };
  }

  it('is looked for until a step that was under way can create nothing any more', async () => {
    const { deps, world, kept, seen } = cancelled();

    expect(await recustomise(cleanUp, deps)).toEqual({ next: 'wait', seconds: 120 });
    // A function that was in the middle of it when the execution was stopped.
    seen.job = job;
    world.now = '2026-11-20T09:02:00Z';
    expect(await recustomise(cleanUp, deps)).toEqual({ next: 'wait', seconds: 120 });
    expect(world.did).toContain(`remove ${job.arn}`);
    expect(kept.get(id)?.cleaned).toBe(0);

    seen.job = { ...job, status: 'Stopped' };
    world.now = '2026-11-20T09:06:00Z';
    expect(await recustomise(cleanUp, deps)).toEqual({ next: 'done' });
    expect(kept.get(id)?.cleaned).toBe(1);
  });

  it('is looked for again where its job was still at work at the last look: what ended before it was stopped has made a model', async () => {
    const { deps, world, kept, seen } = cancelled();
    seen.job = job;
    world.now = '2026-11-20T09:30:00Z';

    expect(await recustomise(cleanUp, deps)).toMatchObject({ next: 'wait' });
    expect(kept.get(id)?.cleaned).toBe(0);

    seen.job = { ...job, status: 'Completed', model: newModelArn };
    expect(await recustomise(cleanUp, deps)).toEqual({ next: 'done' });
    expect(world.did).toContain(`remove ${newModelArn}`);
  });

  it('is looked for by the daily tick where no execution is left to do it', async () => {
    const { deps, world, kept, seen } = cancelled();
    seen.job = { ...job, status: 'Stopped' };
    world.now = '2026-11-21T06:00:00Z';

    await recustomise({ step: 'tick' }, deps);

    expect(world.did).toContain(`remove ${job.arn}`);
    expect(kept.get(id)?.cleaned).toBe(1);
  });

  it('is looked for in no account that the promotion was never let into: there is nothing, and it can be started again', async () => {
    const { deps, world, kept } = cancelled({ outcomes: [outcome(locked)], entered: [] });
    world.now = '2026-11-20T10:00:00Z';

    expect(await recustomise(cleanUp, deps)).toEqual({ next: 'done' });
    expect(kept.get(id)?.cleaned).toBe(1);
  });

  it('is looked for too where a promotion failed, while it succeeded elsewhere', async () => {
    const copy = {
      ...job,
      arn: 'arn:aws:bedrock:us-east-1:777788889999:model-copy-job/abcdefghijkl',
      status: 'InProgress',
    };
    const failed = { ...outcome(open), kind: 'failed' as const };
    const { deps, kept } = given({ status: 'promoted', outcomes: [failed], entered: [open] });
    const looks = { lookAtSharing: () => Promise.resolve({ share: null }), region: () => ({ look }) };
    const look = () => Promise.resolve({ jobs: [copy], model: null, taken: null, serving: null });
    const there = { ...deps, promotion: () => Promise.resolve(looks as never) };

    expect(await recustomise(cleanUp, there)).toMatchObject({ next: 'wait' });
    expect(kept.get(id)?.cleaned).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { customModelMigrations } from '../../../handlers/custom-models/custom-model-migrations.ts';
import { recustomise } from '../../../handlers/custom-models/recustomise.ts';
import { reconcile } from '../../../handlers/reconcile.ts';
import {
  aCustomModel,
  aCustomModelMigration,
  anApproval,
  novaLite,
  novaPro,
} from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

const leaving = {
  migrationId: `${novaLite}/platform`,
  modelId: novaLite,
  replacement: novaPro,
  customModels: [aCustomModel()],
};
const { id } = aCustomModelMigration();

function given(migration: Partial<CustomModelMigration> = {}) {
  const fake = customModelDeps();
  const before = aCustomModelMigration({ told: 1, version: 1, ...migration });
  fake.kept.set(id, before);
  return { ...fake, models: customModelMigrations(fake.deps) };
}

describe('a custom model on a leaving base', () => {
  it('is proposed once, in the thread of its migration and on the bus, and nothing is started', async () => {
    const { deps, world, kept, announced } = customModelDeps();
    const models = customModelMigrations(deps);

    expect(await models.propose([leaving])).toEqual([id]);
    expect(await models.propose([leaving])).toEqual([]);

    expect(world.did).toHaveLength(1);
    expect(world.did[0]).toContain(`reply customModelMigration|${id}|1|proposed|${novaLite}/platform`);
    expect(world.did[0]).toContain('nothing is spent until somebody starts it');
    expect(announced.map(({ status }) => status)).toEqual(['proposed']);
    expect(kept.get(id)).toMatchObject({ status: 'proposed', told: 1 });
    expect(await models.all()).toHaveLength(1);
  });

  it('is told of again where telling died half way, once', async () => {
    const { deps, world, kept } = customModelDeps();
    world.diesAfter = 1;
    await expect(customModelMigrations(deps).propose([leaving])).rejects.toThrow('died');
    world.diesAfter = Infinity;
    expect(kept.get(id)?.told).toBe(0);

    const other = { ...leaving, migrationId: `${novaLite}/other` };
    await customModelMigrations(deps).propose([other]);

    expect(world.did.filter((what) => what.startsWith('reply'))).toHaveLength(1);
    expect(kept.get(id)?.told).toBe(1);
  });
});

describe('a person', () => {
  it('starts it, with other hyperparameters', async () => {
    const { models, world, kept } = given();

    expect(await models.start(id, 'U1', { hyperParameters: { epochCount: '3' } })).toMatchObject({ kind: 'done' });
    expect(kept.get(id)).toMatchObject({
      status: 'checking',
      attempt: 1,
      startedBy: 'U1',
      hyperParameters: { epochCount: '3' },
    });
    expect(world.did[0]).toBe('start 1');
    expect(await models.start(id, 'U2')).toMatchObject({ kind: 'notNow', why: 'it is checking' });
    expect(world.did.filter((what) => what.startsWith('start'))).toEqual(['start 1']);
  });

  it.each(['approve', 'refuse'] as const)('can %s where somebody is asked, once', async (decision) => {
    const { models, world, kept } = given({ status: 'awaitingApproval', attempt: 1, approval: anApproval });
    const decided = decision === 'approve' ? 'approved' : 'refused';

    expect(await models[decision](id, 'U1')).toMatchObject({ kind: 'done' });
    expect(world.did).toEqual([`answer token-1 {"decision":"${decided}"}`]);
    expect(kept.get(id)?.approval?.decision).toEqual({
      approved: decision === 'approve',
      by: 'U1',
      at: '2026-11-20T09:00:00.000Z',
    });
    expect(await models.approve(id, 'U2')).toMatchObject({ kind: 'notNow', why: 'U1 has decided already' });
  });

  it.each(['approve', 'refuse'] as const)('cannot %s any more once the time is over', async (decision) => {
    const over = { ...anApproval, expiresAt: '2026-11-20T09:00:00.000Z' };
    const { models, world, kept } = given({ status: 'awaitingApproval', attempt: 1, approval: over });

    expect(await models[decision](id, 'U1')).toMatchObject({ kind: 'notNow', why: 'the time to decide is over' });
    expect(world.did).toEqual([]);
    expect(kept.get(id)?.approval?.decision).toBeNull();
  });

  it('cancels it, whatever it is doing', async () => {
    const { models, world, kept } = given({ status: 'training', attempt: 1 });

    expect(await models.cancel(id, 'U1')).toMatchObject({ kind: 'done' });
    expect(kept.get(id)).toMatchObject({ status: 'cancelled', reason: 'cancelled by U1' });
    expect(world.did[0]).toBe('stop 1');
    expect(world.did[1]).toContain('Cancelled: what was created is removed.');
    expect(await models.cancel(id, 'U1')).toMatchObject({ kind: 'notNow', why: 'it is cancelled' });
  });

  it('starts it again once nothing is left of the attempt before, and is told so', async () => {
    const { models, deps, world, kept } = given({ status: 'cancelled', attempt: 1 });
    const cleanUp = { step: 'cleanUp', id, attempt: 1, error: '', cause: '' } as const;

    expect(await models.start(id, 'U2', { serving: 'provisioned' })).toMatchObject({
      kind: 'notNow',
      why: expect.stringContaining('it starts by itself as soon as that is done') as string,
    });
    expect(kept.get(id)).toMatchObject({ status: 'cancelled', attempt: 1 });
    expect(world.did).toEqual([]);

    await recustomise(cleanUp, deps);
    expect(kept.get(id)).toMatchObject({ status: 'checking', attempt: 2, startedBy: 'U2', serving: 'provisioned' });
    expect(world.did).toEqual(['start 2']);

    // The clean-up is repeated: whoever began the attempt may have died before its execution was started.
    await recustomise(cleanUp, deps);
    expect(world.did).toEqual(['start 2', 'start 2']);
    expect(kept.get(id)?.attempt).toBe(2);
  });

  it('takes back a start that is still to come', async () => {
    const { models, deps, world, kept } = given({ status: 'cancelled', attempt: 1 });
    await models.start(id, 'U2');

    expect(await models.cancel(id, 'U2')).toMatchObject({ kind: 'done' });
    await recustomise({ step: 'cleanUp', id, attempt: 1, error: '', cause: '' }, deps);

    expect(kept.get(id)).toMatchObject({ status: 'cancelled', attempt: 1, cleaned: 1, again: null });
    expect(world.did.filter((what) => what.startsWith('start'))).toEqual([]);
  });

  it('cannot approve what nobody asks, nor decide on what nobody knows', async () => {
    const { models } = given({ status: 'comparing' });

    expect(await models.approve(id, 'U1')).toMatchObject({ kind: 'notNow', why: 'nobody is asked: it is comparing' });
    expect(await models.start('another', 'U1')).toEqual({ kind: 'unknown' });
  });
});

describe('what is told of a custom model', () => {
  it('is mailed once where somebody is configured, and brings the ticket up to date', async () => {
    const fake = customModelDeps();
    const mails: string[] = [];
    const mail = (subject: string) => Promise.resolve(void mails.push(subject));
    const migrationId = `${novaLite}/platform`;
    await reconcile(migrationId, fake.deps);
    fake.world.did.length = 0;
    const models = customModelMigrations({ ...fake.deps, mail });

    await models.propose([leaving]);
    await models.propose([leaving]);
    expect(mails).toEqual([expect.stringContaining('Sundial: support-lite: Proposed')]);

    await models.start(id, 'U0000000001');
    expect(mails).toHaveLength(2);
  });
});

import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../adapters/call-error.ts';
import { store } from '../../adapters/store.ts';
import type { ListedModel } from '../../domain/foundation-model.ts';
import type { LifecycleChanged } from '../../domain/lifecycle-changed.ts';
import { sweepLifecycles } from '../../handlers/sweep-lifecycles.ts';
import type { SweepDeps } from '../../handlers/sweep-ports.ts';
import { aTable } from '../adapters/local-table.ts';
import { active, aListedModel } from '../builders/listed-model.ts';
import { aCatalogue, sonnet45, sonnet5 } from '../builders/situation.ts';

const [hub, spoke] = ['111122223333', '444455556666'];
const down = (region: string) => new CallError('bedrock:ListFoundationModels', new Error(`${region} is down`));

type Lists = Readonly<Record<string, readonly ListedModel[] | CallError>>;

/** A sweep over two accounts; `lists` is what each Region offers, `offered` what it still knows when it is asked for one model. */
async function sweeping(lists: Lists) {
  const announced: LifecycleChanged[] = [];
  const logged: string[] = [];
  const world = {
    lists,
    offered: new Set<string>(),
    drift: [] as string[],
    deniedTo: '',
    failAnnouncing: false,
    asked: 0,
  };
  const deps = {
    now: () => DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' }),
    catalogue: aCatalogue(),
    store: store(await aTable()),
    log: { info: () => undefined, error: (message: string) => logged.push(message) },
    announce: (changes: readonly LifecycleChanged[]) => {
      if (world.failAnnouncing) return Promise.reject(new Error('the bus is down'));
      announced.push(...changes);
      return Promise.resolve();
    },
    survey: {
      accounts: () => Promise.resolve([hub, spoke]),
      regions: () => Promise.resolve(Object.keys(world.lists)),
      listing: ({ account, region }: { account: string; region: string }) => {
        world.asked += 1;
        const list = world.lists[region] ?? [];
        if (list instanceof CallError || account === world.deniedTo) return Promise.reject(down(region));
        return Promise.resolve({ models: list, drift: world.drift });
      },
      isStillOffered: (_: unknown, modelId: string) => Promise.resolve(world.offered.has(modelId)),
    },
  } as unknown as SweepDeps;
  return { deps, world, announced, logged, sweep: () => sweepLifecycles(deps) };
}

describe('the hourly sweep', () => {
  it('announces a model that is Legacy, once, for all Regions in which it is the same', async () => {
    const { sweep, announced } = await sweeping({
      'us-east-1': [aListedModel()],
      'us-west-2': [aListedModel({ region: 'us-west-2' })],
    });
    await sweep();
    await sweep();

    expect(announced).toEqual([
      {
        modelId: sonnet45,
        regions: ['us-east-1', 'us-west-2'],
        accounts: [],
        status: 'LEGACY',
        dates: { legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' },
        withdrawn: null,
      },
    ]);
  });

  it('asks each Region once, whatever the number of accounts', async () => {
    const { sweep, world } = await sweeping({ 'us-east-1': [aListedModel()], 'us-west-2': [aListedModel()] });
    await sweep();

    expect(world.asked).toBe(2);
  });

  it('asks through the next account where one is not let in', async () => {
    const { sweep, world, announced } = await sweeping({ 'us-east-1': [aListedModel()] });
    world.deniedTo = hub;

    expect((await sweep()).failures).toEqual([]);
    expect(announced).toHaveLength(1);
  });

  it('announces again what it could not announce', async () => {
    const { sweep, world, announced } = await sweeping({ 'us-east-1': [aListedModel()] });
    world.failAnnouncing = true;
    await expect(sweep()).rejects.toThrow('the bus is down');

    world.failAnnouncing = false;
    await sweep();
    expect(announced).toHaveLength(1);
  });

  it('raises an alarm when the API answers what was never seen, and goes on', async () => {
    const { sweep, world, announced, logged } = await sweeping({ 'us-east-1': [aListedModel()] });
    world.drift = ['modelLifecycle has a field retirementTime'];

    expect((await sweep()).drift).toEqual([{ region: 'us-east-1', what: 'modelLifecycle has a field retirementTime' }]);
    expect(logged).toContain('The Bedrock API changed its shape');
    expect(announced).toHaveLength(1);
  });
});

describe('a Region that fails', () => {
  it('is unknown: nothing of it is gone, and the other Regions are read', async () => {
    const { sweep, world, announced, logged } = await sweeping({ 'us-east-1': [aListedModel()], 'us-west-2': [] });
    await sweep();
    announced.length = 0;

    world.lists = { 'us-east-1': down('us-east-1'), 'us-west-2': [aListedModel({ region: 'us-west-2' })] };
    const { failures } = await sweep();

    expect(failures).toMatchObject([
      { account: hub, region: 'us-east-1', call: 'bedrock:ListFoundationModels', error: 'Error: us-east-1 is down' },
      { account: spoke, region: 'us-east-1' },
    ]);
    expect(announced).toMatchObject([{ regions: ['us-west-2'], withdrawn: null }]);
    expect(logged).toContain('A place could not be read');
  });
});

describe('a model that is no longer listed', () => {
  const before: Lists = { 'us-east-1': [aListedModel(), aListedModel({ modelId: sonnet5, ...active })] };
  const after: Lists = { 'us-east-1': [aListedModel({ modelId: sonnet5, ...active })] };

  it('is announced as gone when AWS says that there is no such model, and as back when it is', async () => {
    const { sweep, world, announced } = await sweeping(before);
    await sweep();
    world.lists = after;
    await sweep();
    await sweep();
    world.lists = before;
    await sweep();

    expect(announced.map(({ withdrawn }) => withdrawn)).toEqual([null, true, false]);
  });

  it('is not gone while AWS still knows it', async () => {
    const { sweep, world, announced } = await sweeping(before);
    await sweep();
    world.lists = after;
    world.offered.add(sonnet45);
    await sweep();

    expect(announced).toHaveLength(1);
  });

  it('is not gone when nobody can say', async () => {
    const { sweep, deps, world, announced } = await sweeping(before);
    await sweep();
    world.lists = after;
    Object.assign(deps.survey, {
      isStillOffered: () => Promise.reject(new CallError('bedrock:GetFoundationModel', new Error('down'))),
    });
    const { failures } = await sweep();

    expect(announced).toHaveLength(1);
    expect(failures).toMatchObject([{ region: 'us-east-1', call: 'bedrock:GetFoundationModel' }]);
  });

  it('is the end that was announced when its day has come, in either form', async () => {
    const ended = aListedModel({ endOfLife: '2026-10-14' });
    const { sweep, world, announced } = await sweeping({
      'us-east-1': [ended, ...(after['us-east-1'] as ListedModel[])],
    });
    await sweep();
    world.lists = after;
    await sweep();

    expect(announced).toMatchObject([{ dates: { endOfLife: '2026-10-14' }, withdrawn: null }]);
  });
});

describe('whom a change concerns', () => {
  it('is the accounts whose dependents are there, in the Regions that it is about', async () => {
    const { sweep, deps, announced } = await sweeping({ 'us-east-1': [aListedModel()] });
    const seenAt = '2026-11-20T06:00:00.000Z';
    const dependent = {
      kind: 'agent' as const,
      id: 'arn:agent',
      name: 'helpdesk',
      account: spoke,
      region: 'us-east-1',
      uses: [{ reference: sonnet45, modelIds: [sonnet45], through: [], purpose: 'inference' as const }],
      tags: {},
      callers: [],
      pinnedBy: [],
      committedUntil: null,
      seenAt,
    };
    const coverage = {
      account: spoke,
      region: 'us-east-1',
      attemptedAt: seenAt,
      swept: { agent: seenAt },
      failures: [],
    };
    const unknown = { tags: false, callers: false };
    const dependents = [
      dependent,
      { ...dependent, id: 'arn:elsewhere', account: hub, region: 'eu-west-1' },
      { ...dependent, id: 'arn:gone', account: '777788889999', seenAt: '2026-11-19T06:00:00.000Z' },
    ];
    const gone = { ...coverage, account: '777788889999' };
    await deps.store.putReading({ dependents, usage: [], quotas: [], coverage, unknown });
    await deps.store.putReading({ dependents: [], usage: [], quotas: [], coverage: gone, unknown });
    await sweep();

    expect(announced[0]?.accounts).toEqual([spoke]);
  });
});

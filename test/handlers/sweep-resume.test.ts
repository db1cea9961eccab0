import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../adapters/call-error.ts';
import type { PlaceReading } from '../../adapters/inventory/read-place.ts';
import { store } from '../../adapters/store.ts';
import type { Place } from '../../domain/coverage.ts';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';
import { listSweepAccounts } from '../../handlers/list-sweep-accounts.ts';
import { sweepAccount } from '../../handlers/sweep-account.ts';
import type { SweepDeps } from '../../handlers/sweep-ports.ts';
import { aTable } from '../adapters/local-table.ts';
import { aConfiguration } from '../builders/configuration.ts';
import { aCatalogue } from '../builders/situation.ts';

const account = '111122223333';

async function sweeping() {
  const world = { now: '2026-11-20T03:30:00Z', asked: [] as string[], dieAt: '', failAt: '', closed: false };
  const instant = () => DateTime.fromISO(world.now, { zone: 'utc' });
  const deps: SweepDeps = {
    now: instant,
    catalogue: aCatalogue(),
    configuration: { ...aConfiguration(), sweep: defaultSweepScope },
    store: store(await aTable()),
    log: { info: () => undefined, error: () => undefined },
    survey: {
      accounts: () => Promise.resolve([account]),
      regions: () =>
        world.closed
          ? Promise.reject(new CallError('sts:AssumeRole', new Error('not allowed')))
          : Promise.resolve(['eu-west-1', 'us-east-1', 'us-west-2']),
      place: async ({ region }: Place): Promise<PlaceReading> => {
        world.asked.push(region);
        if (region === world.dieAt) {
          while ((await deps.store.coverage(account)).length < 2);
          throw new Error('out of time');
        }
        const failures =
          region === world.failAt ? [{ account, region, call: 'bedrock-agent:ListFlows', error: 'throttled' }] : [];
        const attemptedAt = instant().toISO() ?? '';
        const swept = failures.length > 0 ? {} : { flow: attemptedAt };
        const coverage = { account, region, attemptedAt, swept, failures };
        return {
          dependents: [],
          usage: [],
          quotas: [],
          unknown: { tags: false, callers: false },
          coverage,
        };
      },
    },
  } as unknown as SweepDeps;
  return { deps, world };
}

describe('a sweep that did not come to its end', () => {
  it('is gone on with, and the next one after its end is a new one', async () => {
    const { deps, world } = await sweeping();
    const first = await listSweepAccounts(deps);
    world.now = '2026-11-20T04:30:00Z';
    const again = await listSweepAccounts(deps);
    await deps.store.putSweep({ startedAt: again.sweepId, concludedAt: world.now });
    const next = await listSweepAccounts(deps);

    expect(again.sweepId).toBe(first.sweepId);
    expect(next.sweepId).toBe('2026-11-20T04:30:00.000Z');
  });

  it('is given up after six hours: what it read is too old to stand for today', async () => {
    const { deps, world } = await sweeping();
    await listSweepAccounts(deps);
    world.now = '2026-11-20T09:30:01Z';

    expect((await listSweepAccounts(deps)).sweepId).toBe('2026-11-20T09:30:01.000Z');
  });
});

describe('an account that was cut off', () => {
  it('goes on with the Regions that are left, and with those that failed', async () => {
    const { deps, world } = await sweeping();
    const { sweepId } = await listSweepAccounts(deps);
    world.dieAt = 'us-west-2';
    world.failAt = 'us-east-1';
    await expect(sweepAccount({ sweepId, account }, deps)).rejects.toThrow('out of time');
    world.dieAt = world.failAt = '';
    world.asked.length = 0;

    expect(await sweepAccount({ sweepId, account }, deps)).toEqual({ account, regions: 3, failures: 0 });
    expect(world.asked.toSorted()).toEqual(['us-east-1', 'us-west-2']);
  });

  it('that lets nobody in any more is unknown in every Region that was known, and nothing of it is gone', async () => {
    const { deps, world } = await sweeping();
    await sweepAccount({ sweepId: world.now, account }, deps);
    world.now = '2026-11-21T03:30:00Z';
    world.closed = true;

    expect(await sweepAccount({ sweepId: world.now, account }, deps)).toEqual({ account, regions: 0, failures: 1 });
    expect(await deps.store.coverage(account)).toMatchObject(
      ['eu-west-1', 'us-east-1', 'us-west-2'].map((region) => ({
        region,
        attemptedAt: '2026-11-21T03:30:00.000Z',
        swept: { flow: '2026-11-20T03:30:00.000Z' },
        failures: [{ call: 'sts:AssumeRole', error: 'Error: not allowed' }],
      })),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { cancelRun } from '../../handlers/cancel-run.ts';
import type { RunEnd } from '../../handlers/conclude-run.ts';
import { concludeRun } from '../../handlers/conclude-run.ts';
import { aRun, aSummary } from '../builders/comparison.ts';
import { aMigration } from '../builders/situation.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';
import { withoutChannel } from '../fakes/gone-channel.ts';

const chart = { name: 'run-1.png', bytes: new Uint8Array([1]), title: 'chart', altText: 'chart' };
const concluded: RunEnd = { kind: 'concluded', summary: aSummary(), chart };

function aWorld() {
  const fake = comparisonDeps();
  const migration = aMigration();
  fake.world.migrations.set(migration.id, migration);
  const told = { [migration.id]: { channel: 'C1', ts: '9.1', permalink: null } };
  fake.seen.runs.set('run-1', aRun({ status: 'running', told, version: 1 }));
  const did = (what: string) => fake.world.did.filter((one) => one.startsWith(what));
  return { ...fake, migration, did };
}

describe('a run that is concluded', () => {
  it('is kept with the migration, told once in thread and chart, and put on the bus', async () => {
    const { deps, seen, world, migration, did } = aWorld();

    await concludeRun('run-1', concluded, deps);

    expect(world.migrations.get(migration.id)?.comparison).toEqual(aSummary());
    expect(did('attach')).toHaveLength(1);
    expect(seen.edits.at(-1)).toContain('Done, over 400 cases. Regressed: ');
    expect(seen.announced).toMatchObject([{ runId: 'run-1', outcome: 'concluded', summary: { cases: 400 } }]);
    expect(seen.runs.get('run-1')).toMatchObject({ status: 'concluded', settled: true });
  });

  it('is left alone once everybody was told', async () => {
    const { deps, seen, did } = aWorld();

    await concludeRun('run-1', concluded, deps);
    await concludeRun('run-1', concluded, deps);

    expect(did('attach')).toHaveLength(1);
    expect(seen.announced).toHaveLength(1);
  });

  it('does not take the place of a later comparison of the same migration', async () => {
    const { deps, world, migration } = aWorld();
    const later = aSummary({ runId: 'run-2', concludedAt: '2026-11-21T00:00:00.000Z' });
    world.migrations.set(migration.id, { ...migration, comparison: later });

    await concludeRun('run-1', concluded, deps);

    expect(world.migrations.get(migration.id)?.comparison?.runId).toBe('run-2');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is gone on with where the process died after %i things done', async (things) => {
    const { deps, seen, world, migration, did } = aWorld();
    world.diesAfter = things;
    await concludeRun('run-1', concluded, deps).catch(() => undefined);
    world.diesAfter = Infinity;

    await concludeRun('run-1', concluded, deps);

    expect(world.migrations.get(migration.id)?.comparison).toEqual(aSummary());
    expect(did('attach')).toHaveLength(1);
    const keys = did('reply ').map((reply) => reply.split(' ')[1]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(seen.announced.map(({ key }) => key)).size).toBe(1);
    expect(seen.runs.get('run-1')?.settled).toBe(true);
  });
});

describe('a run whose channel is gone', () => {
  const thread = { channel: 'C0000000OLD', ts: '1.1', permalink: null };
  const cases: readonly RunEnd[] = [
    concluded,
    { kind: 'failed', reason: 'no case' },
    { kind: 'cancelled', by: 'U0000000002' },
  ];

  it.each(cases)('is $kind all the same, and told of in the thread that takes its place', async (end) => {
    const { deps, seen, world, migration, did } = aWorld();
    world.migrations.set(migration.id, { ...migration, thread });
    const told = { [migration.id]: { ...thread, ts: '9.1' } };
    seen.runs.set('run-1', aRun({ status: 'running', told, version: 1 }));

    const run = await concludeRun('run-1', end, withoutChannel(deps, thread.channel));

    expect(run).toMatchObject({ status: end.kind, settled: true });
    expect(seen.announced).toHaveLength(1);
    expect(world.migrations.get(migration.id)?.thread?.channel).toBe('C0123456789');
    expect(did('post ')).toHaveLength(1);
    expect(did('attach')).toHaveLength(end.kind === 'concluded' ? 1 : 0);
    expect(run.told[migration.id]?.channel).toBe('C0123456789');
    expect(seen.edits.at(-1)).toMatch(/Done, over|Failed|Cancelled by/);
  });
});

describe('the last words of a run', () => {
  it.each`
    migration                                                                                | why
    ${{ comparison: aSummary({ runId: 'run-2', concludedAt: '2026-11-21T00:00:00.000Z' }) }} | ${'a later one stands below'}
    ${{ status: 'done', statusSince: '2026-11-19' }}                                         | ${'nothing is told of what is done'}
  `('are the verdict itself: $why', async ({ migration }: { migration: object }) => {
    const { deps, seen, world, migration: known } = aWorld();
    world.migrations.set(known.id, { ...known, ...migration });

    await concludeRun('run-1', concluded, deps);

    expect(seen.edits.at(-1)).toContain('Regressed: anthropic.claude-sonnet-5 does worse than');
    expect(seen.edits.at(-1)).not.toContain('below');
  });
});

describe('a run that fails', () => {
  it('says why in the thread, once, and what to do', async () => {
    const { deps, seen, did } = aWorld();
    const failed: RunEnd = { kind: 'failed', reason: 's3://example-corp-cases/payments.jsonl: holds no case' };

    await concludeRun('run-1', failed, deps);
    await concludeRun('run-1', failed, deps);

    expect(did('reply ')).toEqual([expect.stringMatching(/failed, so there is no verdict.*holds no case.*ask again/)]);
    expect(seen.edits).toEqual([expect.stringContaining('Failed')]);
    expect(seen.announced).toMatchObject([{ outcome: 'failed', summary: null }]);
  });
});

describe('a run that somebody cancels', () => {
  it('stops what runs, and says who it was', async () => {
    const { deps, seen, did } = aWorld();

    await cancelRun('run-1', 'U0000000002', deps);

    expect(did('cancel')).toEqual(['cancel run-1']);
    expect(seen.edits).toEqual([expect.stringContaining('Cancelled by <@U0000000002>')]);
    expect(seen.announced).toMatchObject([{ outcome: 'cancelled', reason: 'U0000000002' }]);
  });

  it('stays cancelled, whatever its last part says of it', async () => {
    const { deps, seen, did } = aWorld();

    await cancelRun('run-1', 'U0000000002', deps);
    await concludeRun('run-1', concluded, deps);

    expect(seen.runs.get('run-1')?.status).toBe('cancelled');
    expect(did('attach')).toEqual([]);
  });

  it('is answered as it ended, also to who comes second', async () => {
    const { deps } = aWorld();

    const first = await cancelRun('run-1', 'U0000000002', deps);
    const second = await cancelRun('run-1', 'U0000000003', deps);

    expect([first, second]).toMatchObject([
      { status: 'cancelled', reason: 'U0000000002', settled: true },
      { status: 'cancelled', reason: 'U0000000002', settled: true },
    ]);
  });

  it('cannot be cancelled after its end', async () => {
    const { deps, seen, did } = aWorld();
    await concludeRun('run-1', concluded, deps);

    const run = await cancelRun('run-1', 'U0000000002', deps);

    expect(run).toMatchObject({ status: 'concluded', reason: null });
    expect(did('cancel')).toEqual([]);
    expect(seen.runs.get('run-1')?.status).toBe('concluded');
  });

  it.each([1, 2, 3, 4])('is told of where the process died after %i things done', async (things) => {
    const { deps, seen, world, did } = aWorld();
    world.diesAfter = things;
    await cancelRun('run-1', 'U0000000002', deps).catch(() => undefined);
    world.diesAfter = Infinity;

    await cancelRun('run-1', 'U0000000002', deps);

    expect(did('cancel').length).toBeGreaterThan(0);
    expect(seen.edits.at(-1)).toContain('Cancelled by');
    expect(seen.runs.get('run-1')).toMatchObject({ status: 'cancelled', settled: true });
  });
});

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cancelRun } from '../../handlers/cancel-run.ts';
import type { ComparisonDeps } from '../../handlers/comparison-ports.ts';
import { beginProgress, tellProgress } from '../../handlers/tell-progress.ts';
import { aRun } from '../builders/comparison.ts';
import { aMigration } from '../builders/situation.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';
import { withoutChannel } from '../fakes/gone-channel.ts';

async function aRunningRun() {
  const fake = comparisonDeps();
  const told = { m1: { channel: 'C1', ts: '9.1', permalink: null } };
  fake.seen.runs.set('run-1', aRun({ told, version: 1 }));
  await beginProgress('run-1', 100, fake.deps);
  return fake;
}
async function runOf({ runs }: ComparisonDeps) {
  return (await runs.run('run-1')) ?? aRun();
}

const share = (part: string, done: number, failed = 0) => ({ part, done, failed, cost: done / 1000 });

describe('the progress of a run', () => {
  it('is edited into its message with rate, cost and the time that is left', async () => {
    const { deps, seen, world } = await aRunningRun();
    world.now = '2026-11-20T09:00:10Z';

    await tellProgress('run-1', share('1', 40, 1), deps);

    expect(seen.edits).toEqual([
      expect.stringContaining(
        '████████░░░░░░░░░░░░ 40 of 100 calls, 1 failed, $0.0400 so far, 4 a second, about 15 s left',
      ),
    ]);
    expect(seen.runs.get('run-1')?.progress).toEqual({ done: 40, of: 100, failed: 1, cost: 0.04 });
  });

  it('is edited at most every five seconds, however many parts tell of theirs', async () => {
    const { deps, seen, world } = await aRunningRun();

    for (const [second, part] of [
      [0, '1'],
      [1, '2'],
      [4, '3'],
      [6, '4'],
      [7, '5'],
    ] as const) {
      world.now = `2026-11-20T09:00:0${second}Z`;
      await tellProgress('run-1', share(part, 10), deps);
    }

    expect(seen.edits.map((edit) => /\d+ of 100/.exec(edit)?.[0])).toEqual(['10 of 100', '40 of 100']);
  });

  it('counts a part once that tells of itself again', async () => {
    const { deps, seen, world } = await aRunningRun();

    await tellProgress('run-1', share('1', 10), deps);
    world.now = '2026-11-20T09:00:10Z';
    await tellProgress('run-1', share('1', 10), deps);

    expect(seen.runs.get('run-1')?.progress?.done).toBe(10);
  });

  it('is not told of a run that was cancelled, and the part learns of it', async () => {
    const { deps, seen } = await aRunningRun();
    seen.runs.set('run-1', aRun({ status: 'cancelled', reason: 'U1', version: 3 }));

    const run = await tellProgress('run-1', share('1', 10), deps);

    expect(run.status).toBe('cancelled');
    expect(seen.edits).toEqual([]);
  });

  it('shows the end although an edit under way lands after that of the end', async () => {
    const { deps, seen } = await aRunningRun();
    let land = () => {};
    const landing = new Promise<void>((resolve) => (land = resolve));
    const slow: typeof deps.chat.update = async (...given) => {
      await landing;
      await deps.chat.update(...given);
    };

    const telling = tellProgress('run-1', share('1', 10), { ...deps, chat: { ...deps.chat, update: slow } });
    await setImmediate();
    await cancelRun('run-1', 'U0000000002', deps);
    land();

    expect((await telling).status).toBe('cancelled');
    expect(seen.edits.at(-1)).toContain('Cancelled by <@U0000000002>');
  });

  it('is told in the thread that takes the place of one whose channel is gone', async () => {
    const { deps, seen, world } = await aRunningRun();
    const id = aMigration().id;
    world.migrations.set(id, aMigration());
    const told = { [id]: { channel: 'C0000000OLD', ts: '9.1', permalink: null } };
    seen.runs.set('run-1', { ...(await runOf(deps)), told });

    await tellProgress('run-1', share('1', 10), withoutChannel(deps, 'C0000000OLD'));

    expect(world.did.filter((what) => what.startsWith('reply '))).toEqual([expect.stringContaining('10 of 100')]);
    expect((await runOf(deps)).told[id]?.channel).toBe('C0123456789');
    expect(seen.errors).toEqual([]);
  });

  it('is not posted anew where somebody deleted its message', async () => {
    const { deps, seen, world } = await aRunningRun();

    await tellProgress('run-1', share('1', 10), withoutChannel(deps, 'C1', 'message_not_found'));

    expect(world.did.filter((what) => what.startsWith('reply '))).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  it('ends no run because Slack is out of reach', async () => {
    const { deps, seen } = await aRunningRun();
    const away = { ...deps, chat: { ...deps.chat, update: () => Promise.reject(new Error('slack is down')) } };

    await expect(tellProgress('run-1', share('1', 10), away)).resolves.toMatchObject({ status: 'running' });
    expect(seen.errors).toEqual(['The progress of a run could not be told']);
  });
});

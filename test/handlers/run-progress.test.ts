import { describe, expect, it } from 'vitest';
import { beginProgress, tellProgress } from '../../handlers/tell-progress.ts';
import { aRun } from '../builders/comparison.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';

async function aRunningRun() {
  const fake = comparisonDeps();
  const told = { m1: { channel: 'C1', ts: '9.1', permalink: null } };
  fake.seen.runs.set('run-1', aRun({ told, version: 1 }));
  await beginProgress('run-1', 100, fake.deps);
  return fake;
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

  it('ends no run because Slack is out of reach', async () => {
    const { deps, seen } = await aRunningRun();
    const away = { ...deps, chat: { ...deps.chat, update: () => Promise.reject(new Error('slack is down')) } };

    await expect(tellProgress('run-1', share('1', 10), away)).resolves.toMatchObject({ status: 'running' });
    expect(seen.errors).toEqual(['The progress of a run could not be told']);
  });
});

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../../adapters/comparison/in-time.ts';

const minute = 60_000;
const untilEnded = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('work that has so much time', () => {
  it('ends with TimeoutError when its time is up', async () => {
    await expect(inTime(1, undefined, untilEnded)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it.each([
    ['while it works', (run: AbortController) => void setImmediate(() => run.abort(new Error('stopped')))],
    ['before it begins', (run: AbortController) => run.abort(new Error('stopped'))],
  ])('ends with the run, where that is stopped %s', async (_, stop) => {
    const run = new AbortController();
    stop(run);
    await expect(inTime(minute, run.signal, untilEnded)).rejects.toThrow('stopped');
  });

  it('keeps nothing once it is done: neither its clock nor its place at the signal of the run', async () => {
    const run = new AbortController();
    const clocks = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = clocks();
    for (let call = 0; call < 100; call += 1) await inTime(minute, run.signal, () => Promise.resolve(call));

    expect(clocks()).toBe(before);
    expect(getEventListeners(run.signal, 'abort')).toEqual([]);
  });
});

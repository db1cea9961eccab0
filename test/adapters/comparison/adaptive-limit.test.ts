import { describe, expect, it } from 'vitest';
import { adaptiveLimit } from '../../../adapters/comparison/adaptive-limit.ts';

async function rounds(limit: ReturnType<typeof adaptiveLimit>, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await limit.run(() => Promise.resolve());
}

describe('how many calls a model bears at once', () => {
  it('starts at the most, halves when it throttles, and grows by one a round', async () => {
    const limit = adaptiveLimit(16);
    limit.throttled();
    expect(limit.now()).toBe(8);

    await rounds(limit, 8);
    expect(limit.now()).toBe(9);
    await rounds(limit, 9);
    expect(limit.now()).toBe(10);
  });

  it('halves once for calls that were sent together', async () => {
    const limit = adaptiveLimit(16);
    const ends: (() => void)[] = [];
    const together = Array.from({ length: 16 }, () => limit.run(() => new Promise<void>((end) => ends.push(end))));
    await new Promise((next) => setTimeout(next));
    for (let index = 0; index < 10; index += 1) limit.throttled();
    expect(limit.now()).toBe(8);

    for (const end of ends) end();
    await Promise.all(together);
    limit.throttled();
    expect(limit.now()).toBeLessThan(8);
  });

  it('is never less than one, nor more than the most', async () => {
    const limit = adaptiveLimit(2);
    for (let index = 0; index < 5; index += 1) {
      limit.throttled();
      await rounds(limit, 1);
    }
    expect(limit.now()).toBeGreaterThanOrEqual(1);

    await rounds(limit, 50);
    expect(limit.now()).toBe(2);
  });

  it('goes on after a call that failed', async () => {
    const limit = adaptiveLimit(1);

    await expect(limit.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await limit.run(() => Promise.resolve('yes'))).toBe('yes');
  });
});

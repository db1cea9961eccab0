import { describe, expect, it } from 'vitest';
import { sweepLimits } from '../../adapters/call-limits.ts';

/** Calls that end when they are told to, and how many were under way at most. */
function calls() {
  const [open, peak] = [new Set<() => void>(), { now: 0, most: 0 }];
  const send = () =>
    new Promise<void>((done) => {
      peak.now += 1;
      peak.most = Math.max(peak.most, peak.now);
      open.add(() => {
        peak.now -= 1;
        done();
      });
    });
  const finish = async () => {
    while (open.size > 0) {
      for (const end of open) end();
      open.clear();
      await new Promise((next) => setTimeout(next));
    }
  };
  return { send, finish, most: () => peak.most };
}

describe('the limits of a sweep', () => {
  it.each`
    service         | most | why
    ${'bedrock'}    | ${6} | ${'most services bear a few calls at once'}
    ${'cloudtrail'} | ${1} | ${'LookupEvents takes two a second'}
    ${'logs'}       | ${2} | ${'queries are few'}
  `(
    'let $most calls to $service go at once in one place: $why',
    async ({ service, most }: { service: string; most: number }) => {
      const world = calls();
      const place = sweepLimits(100, () => Promise.resolve())();
      const all = Promise.all(Array.from({ length: 20 }, () => place(service, world.send)));
      await new Promise((next) => setTimeout(next));
      await world.finish();
      await all;

      expect(world.most()).toBe(most);
    },
  );

  it('hold over all places together', async () => {
    const world = calls();
    const places = sweepLimits(7, () => Promise.resolve());
    const all = Promise.all(
      Array.from({ length: 10 }, () => places()).flatMap((place) => [1, 2, 3].map(() => place('bedrock', world.send))),
    );
    await new Promise((next) => setTimeout(next));
    await world.finish();
    await all;

    expect(world.most()).toBe(7);
  });

  it('keep half a second between calls to CloudTrail', async () => {
    const waits: number[] = [];
    const place = sweepLimits(10, (milliseconds) => Promise.resolve(waits.push(milliseconds)))();
    for (let call = 1; call <= 3; call += 1) await place('cloudtrail', () => Promise.resolve());

    expect(waits).toEqual([500, 500, 500]);
  });

  it('let a fault through, and go on', async () => {
    const place = sweepLimits(10, () => new Promise(() => undefined))();

    await expect(place('cloudtrail', () => Promise.reject(new Error('denied')))).rejects.toThrow('denied');
    await expect(place('bedrock', () => Promise.resolve('fine'))).resolves.toBe('fine');
  });
});

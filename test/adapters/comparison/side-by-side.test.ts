import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sideBySide } from '../../../adapters/comparison/side-by-side.ts';

async function* each(count: number) {
  for (let item = 0; item < count; item += 1) yield await Promise.resolve(item);
}

it('works on every item once, never on more than so many at once, and on that many while there are enough', async () => {
  const turns = fc.array(fc.nat({ max: 5 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(turns, fc.integer({ min: 1, max: 8 }), async (pauses, most) => {
      const done: number[] = [];
      let [underWay, peak] = [0, 0];
      await sideBySide(each(pauses.length), most, async (item) => {
        peak = Math.max(peak, (underWay += 1));
        for (let pause = pauses[item] ?? 0; pause >= 0; pause -= 1) await new Promise(setImmediate);
        underWay -= 1;
        done.push(item);
      });
      expect(done.toSorted((a, b) => a - b)).toEqual(pauses.map((_, item) => item));
      expect([underWay, peak]).toEqual([0, Math.min(most, pauses.length)]);
    }),
    { numRuns: 50 },
  );
});

it('reads no further after a fault, and throws the first when what was begun has ended', async () => {
  const done: number[] = [];
  let ending: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (ending = resolve));
  const working = sideBySide(each(10), 2, async (item) => {
    if (item === 0) await slow;
    if (item === 1) setTimeout(ending, 5);
    if (item > 0) throw new Error(`item ${item}`);
    done.push(item);
  });

  await expect(working).rejects.toThrow('item 1');
  expect(done).toEqual([0]);
});

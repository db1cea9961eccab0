import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag, Place } from '../../../templates/console/axis-flags.ts';
import { flagPlaces } from '../../../templates/console/axis-flags.ts';

const axis = 330;

describe('flagPlaces', () => {
  it('flies flags that are far apart low and to the right', () => {
    expect(
      flagPlaces(
        [
          { x: 10, width: 60 },
          { x: 200, width: 60 },
        ],
        axis,
      ),
    ).toEqual([
      { level: 0, side: 'right' },
      { level: 0, side: 'right' },
    ]);
  });

  it('turns a flag that would leave the axis', () => {
    expect(flagPlaces([{ x: 320, width: 60 }], axis)).toEqual([{ level: 0, side: 'left' }]);
  });

  it('never lets a flag cover another, or leave the axis', () => {
    const flag = fc.record({ x: fc.integer({ min: 0, max: axis }), width: fc.integer({ min: 60, max: 120 }) });

    fc.assert(
      fc.property(fc.array(flag, { maxLength: 5 }), (flags) => {
        const cloths = flagPlaces(flags, axis).map((place, index) => cloth(flags[index] ?? { x: 0, width: 0 }, place));
        for (const [index, one] of cloths.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.until).toBeLessThanOrEqual(axis);
          for (const other of cloths.slice(index + 1))
            expect(one.level !== other.level || one.until <= other.from || other.until <= one.from).toBe(true);
        }
      }),
    );
  });
});

function cloth({ x, width }: Flag, { level, side }: Place) {
  return side === 'right' ? { level, from: x, until: x + width } : { level, from: x - width, until: x };
}

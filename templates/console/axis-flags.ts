/** A flag that wants a place: its pole stands at `x`, its cloth is `width` wide. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

/** Where a flag flies: how high, counted from the axis, and to which side of its pole. */
export interface Place {
  readonly level: number;
  readonly side: 'right' | 'left';
}

interface Placed extends Flag, Place {}

const gap = 6;

/** The lowest arrangement in which no flag covers another flag or another's pole, and none leaves the axis. */
export function flagPlaces(flags: readonly Flag[], axisWidth: number): readonly Place[] {
  let best: readonly Placed[] = flags.map((flag, level) => ({ ...flag, level, side: sideThatFits(flag, axisWidth) }));
  let cost = Infinity;

  const place = (placed: readonly Placed[], spent: number): void => {
    if (spent >= cost) return;
    const flag = flags[placed.length];
    if (!flag) {
      best = placed;
      cost = spent;
      return;
    }
    for (let level = 0; level < flags.length; level += 1)
      for (const side of ['right', 'left'] as const) {
        const candidate = { ...flag, level, side };
        if (isInside(candidate, axisWidth) && !placed.some((other) => collide(other, candidate)))
          place([...placed, candidate], spent + level + (side === 'left' ? 0.1 : 0));
      }
  };
  place([], 0);
  return best.map(({ level, side }) => ({ level, side }));
}

function sideThatFits(flag: Flag, axisWidth: number): Place['side'] {
  return isInside({ ...flag, side: 'right' }, axisWidth) ? 'right' : 'left';
}

function isInside(flag: Flag & Pick<Place, 'side'>, axisWidth: number): boolean {
  const [from, until] = extent(flag);
  return from >= 0 && until <= axisWidth;
}

function extent({ x, width, side }: Flag & Pick<Place, 'side'>): [number, number] {
  return side === 'right' ? [x, x + width] : [x - width, x];
}

function collide(a: Placed, b: Placed): boolean {
  const [aFrom, aUntil] = extent(a);
  const [bFrom, bUntil] = extent(b);
  if (a.level === b.level) return aFrom < bUntil + gap && bFrom < aUntil + gap;
  const [lower, higher] = a.level < b.level ? [a, b] : [b, a];
  const [from, until] = extent(lower);
  return higher.x > from - (lower.side === 'left' ? gap : 0) && higher.x < until + (lower.side === 'right' ? gap : 0);
}

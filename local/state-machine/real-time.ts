import { setTimeout } from 'node:timers/promises';
import type { Pause } from './run.ts';

/** A timer takes no more than this at once: 24.8 days. */
const longest = 2 ** 31 - 1;

/** Real time, however long. A pause alone keeps no process alive. */
export const realTime: Pause = async (milliseconds, signal) => {
  for (let left = milliseconds; left > 0; left -= longest)
    await setTimeout(Math.min(left, longest), undefined, { signal });
};

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of a heap this small nothing is collected before its time: bytes. */
const least = 48 * 1024 ** 2;
/** How often it is looked at: milliseconds. */
const often = 20;

/**
 * Has garbage collected when the heap is twice what it must hold. V8 itself waits for four times as much or more, so that a long run would
 * take more memory than a short one; a run of 40,000 calls is collected about five times.
 */
export function keepHeapLean(): void {
  let limit = least;
  let collect: (() => void) | undefined;
  setInterval(() => {
    if (getHeapStatistics().used_heap_size < limit) return;
    collect ??= collector();
    collect();
    limit = Math.max(least, 2 * getHeapStatistics().used_heap_size);
  }, often).unref();
}

/** Node gives it to whoever starts it with --expose-gc; here, to a context of its own. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  return () => {
    if (typeof gc === 'function') Reflect.apply(gc, undefined, []);
  };
}

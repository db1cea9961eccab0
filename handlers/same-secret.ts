import { timingSafeEqual } from 'node:crypto';

/** Whether what was given is what was expected, found out in a time that tells nothing of where they differ. */
export function isSameSecret(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

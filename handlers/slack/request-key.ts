import { createHash } from 'node:crypto';

/**
 * The same for the same request, however often Slack or anybody sends it, and another for every other one. Hashed, because a
 * trigger id lets whoever holds it open a form.
 */
export function requestKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

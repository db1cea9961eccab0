import { createHash } from 'node:crypto';

/** Stands for a key where there is little room, or where a tracker would read marks into it. */
export function keyLabel(key: string): string {
  return `sundial-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

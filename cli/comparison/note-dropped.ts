import { note } from '../output.ts';

/** Says of how many records no case was made, by the reason. */
export function noteDropped(dataset: string, counts: Readonly<Record<string, number>>): void {
  for (const [reason, count] of Object.entries(counts))
    note(`sundial: ${dataset}: ${count} records dropped: ${reason}`);
}

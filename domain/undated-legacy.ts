import type { Situation } from './situation.ts';

/**
 * When the Bedrock API last called the model Legacy although nobody gives a day for it; `null` where it did not. The stage stays
 * what dates make it: no day is invented.
 */
export function undatedLegacy({ migration, lifecycle }: Pick<Situation, 'migration' | 'lifecycle'>): string | null {
  const said = migration.notices.filter(({ status }) => status !== undefined);
  const newest = said.toSorted((a, b) => a.asOf.localeCompare(b.asOf)).at(-1);
  return newest?.status === 'LEGACY' && lifecycle.dates.legacy === null ? newest.asOf : null;
}

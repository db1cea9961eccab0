import type { Situation } from './situation.ts';

/** What is gone first, then by the date that binds, then what has no date; what is done last, by the day it was done. */
export function bindsFirst(situations: readonly Situation[]): readonly Situation[] {
  return situations.toSorted((a, b) => rank(a).localeCompare(rank(b)));
}

function rank({ migration, lifecycle, timeline }: Situation): string {
  if (migration.status === 'done') return `99${migration.statusSince ?? ''} ${migration.id}`;
  return `${lifecycle.withdrawal ? '0' : (timeline.binding?.date ?? '9')} ${migration.id}`;
}

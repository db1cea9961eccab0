import type { Situation } from '../../domain/situation.ts';

/** What is gone already, then by the day that binds, then what has no day; ties by name, so that the order rests. */
export function byWhatBindsFirst(situations: readonly Situation[]): readonly Situation[] {
  const rank = ({ lifecycle, timeline }: Situation) =>
    lifecycle.withdrawal ? '0' : timeline.binding ? `1 ${timeline.binding.date}` : '2';
  const key = (situation: Situation) => `${rank(situation)} ${situation.modelName} ${situation.migration.id}`;
  return situations
    .map((situation) => ({ situation, key: key(situation) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ situation }) => situation);
}

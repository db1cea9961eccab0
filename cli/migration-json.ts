import type { Lifecycle } from '../domain/lifecycle.ts';
import { migrationFacts } from '../domain/migration-changed.ts';
import type { Situation } from '../domain/situation.ts';

/** A migration as `--json` shows it. */
export function migrationJson(situation: Situation) {
  const { migration, lifecycle } = situation;
  return {
    id: migration.id,
    ...migrationFacts(situation),
    sources: sourcesJson(lifecycle),
    disagreements: lifecycle.disagreements.map(({ name, words }) => ({
      date: name,
      words: words.map(({ value, source, region, asOf }) => ({ value, source, region, asOf })),
    })),
  };
}

/** One entry for each date that is known: `date` names it, `value` is it. */
export function sourcesJson({ sources }: Lifecycle) {
  return sources.map(({ name, value, source, asOf, reference }) => ({ date: name, value, source, asOf, reference }));
}

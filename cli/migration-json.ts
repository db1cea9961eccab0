import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Situation } from '../domain/situation.ts';

/** A migration as `--json` shows it. */
export function migrationJson({ migration, lifecycle, timeline, successor }: Situation) {
  return {
    id: migration.id,
    modelId: migration.modelId,
    team: migration.team,
    stage: timeline.stage,
    emergency: lifecycle.withdrawal !== null,
    daysLeft: timeline.daysLeft,
    status: migration.status,
    regions: lifecycle.regions,
    accounts: [...new Set(migration.affected.map(({ account }) => account))],
    dates: datesJson(lifecycle),
    sources: sourcesJson(lifecycle),
    disagreements: lifecycle.disagreements.map(({ name, words }) => ({
      date: name,
      words: words.map(({ value, source, region, asOf }) => ({ value, source, region, asOf })),
    })),
    replacement:
      successor.kind === 'found'
        ? { modelId: successor.replacement.modelId, source: successor.replacement.source }
        : null,
    ticket: migration.ticket,
    thread: migration.thread && { channel: migration.thread.channel, ts: migration.thread.ts },
  };
}

export function datesJson({ dates }: Lifecycle) {
  return dates;
}

/** One entry for each date that is known: `date` names it, `value` is it. */
export function sourcesJson({ sources }: Lifecycle) {
  return sources.map(({ name, value, source, asOf, reference }) => ({ date: name, value, source, asOf, reference }));
}

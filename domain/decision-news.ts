import type { Decisions } from './decisions.ts';
import type { Told } from './migration.ts';
import type { News } from './news.ts';

/** What people decided since the team was last told, each once; what was taken back is no news. */
export function decisionNews(decisions: Decisions, told: Pick<Told, 'decided'>): readonly News[] {
  const { owner, snooze, arrangement, chosen, comparison } = decisions;
  const names = decidedNames(decisions);
  const isNew = (name: keyof Decisions) => names[name] !== undefined && names[name] !== told.decided?.[name];
  return [
    ...(owner && isNew('owner') ? [{ kind: 'owned' as const, owner }] : []),
    ...(chosen && isNew('chosen') ? [{ kind: 'chosen' as const, chosen }] : []),
    ...(comparison && isNew('comparison') ? [{ kind: 'compared' as const, comparison }] : []),
    ...(arrangement && isNew('arrangement') ? [{ kind: 'arranged' as const, arrangement }] : []),
    ...(snooze && isNew('snooze') ? [{ kind: 'snoozed' as const, snooze }] : []),
  ];
}

/** Which decision of each kind stands, by what tells it from an earlier one. */
export function decidedNames({
  owner,
  snooze,
  arrangement,
  chosen,
  comparison,
}: Decisions): Readonly<Partial<Record<keyof Decisions, string>>> {
  return {
    ...(owner && { owner: `${owner.person}@${owner.at}` }),
    ...(snooze && { snooze: `${snooze.until}@${snooze.at}` }),
    ...(arrangement && { arrangement: `${arrangement.until}@${arrangement.at}` }),
    ...(chosen && { chosen: `${chosen.modelId}@${chosen.at}` }),
    ...(comparison && { comparison: comparison.runId }),
  };
}

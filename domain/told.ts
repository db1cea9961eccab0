import { utcDay } from './calendar-date.ts';
import { decidedNames } from './decision-news.ts';
import { withoutLeft } from './left-troubles.ts';
import type { Word } from './lifecycle.ts';
import type { Told } from './migration.ts';
import type { News } from './news.ts';
import { requestByPolicy } from './requested-by-policy.ts';
import type { Situation } from './situation.ts';
import { toldTroubles } from './trouble-news.ts';
import { isoWeek } from './week.ts';
import { saidBy } from './whats-new.ts';
import { localDay } from './working-days.ts';

/** What the team has been told once some news is told. What was once told of rungs and idle spells is never forgotten. */
export function toldAfter(situation: Situation, heard: readonly Word[], news: readonly News[], shown: string): Told {
  const { migration, lifecycle, timeline, presence, rung, resting, team, now } = situation;
  const before = migration.told;
  const { troubles = [] } = withoutLeft(migration, team);
  const thisWeek = isoWeek(localDay(now, team.timeZone));
  const numbers = news.some(({ kind }) => kind === 'weekly' || kind === 'reopened');
  const week = before === null || numbers ? thisWeek : before.week;
  const asked = before === null ? undefined : (requestByPolicy(situation)?.key ?? before.asked);
  const spells = presence.idle.map(({ account, lastUsedOn }) => [account, lastUsedOn ?? 'never'] as const);
  return {
    stage: timeline.stage,
    dates: lifecycle.dates,
    said: saidBy(heard),
    withdrawn: lifecycle.withdrawal !== null,
    // What falls due while reminders rest is told when they begin again.
    milestonesThrough: before !== null && resting !== null ? before.milestonesThrough : utcDay(now),
    sequence: (before?.sequence ?? 0) + 1,
    shown,
    status: migration.status,
    rung: Math.max(before?.rung ?? 0, news.some(({ kind }) => kind === 'escalated') ? (rung?.number ?? 0) : 0),
    idle: { ...before?.idle, ...(news.some(({ kind }) => kind === 'idle') ? Object.fromEntries(spells) : {}) },
    decided: decidedNames(migration),
    ...(troubles.length > 0 && { troubles: toldTroubles({ troubles, told: before }, utcDay(now)) }),
    ...(migration.closedAt && { closed: migration.closedAt }),
    ...(asked !== undefined && { asked }),
    ...(week !== undefined && { week }),
  };
}

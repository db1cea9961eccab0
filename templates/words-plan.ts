import { daysBetween, utcDay } from '../domain/calendar-date.ts';
import type { Phase } from '../domain/phases.ts';
import type { PhaseName } from '../domain/policy.ts';
import type { Situation } from '../domain/situation.ts';
import type { Milestone } from '../domain/timeline.ts';
import { localDay } from '../domain/working-days.ts';
import { dateLabel } from './words-lifecycle.ts';
import { capitalised, longDate, relativeDays } from './text.ts';

/** What each phase is for, and what shows that it is done. */
export const phasePurposes: Readonly<Record<PhaseName, string>> = {
  assess: 'Find every use of the model and who owns it',
  research: 'Choose the replacement and learn what differs',
  test: 'Compare the two side by side on your own prompts',
  migrate: 'Move the traffic over, a part at a time',
  operate: 'Watch the new model, and remove the old one',
};

/** The phase the team should be in today, in its own days, or the first one to come; `null` where there is no plan. */
export function currentPhase({ timeline, team, now }: Situation): string | null {
  const today = localDay(now, team.timeZone);
  const phase = timeline.phases.find(({ start, end }) => start <= today && today < end);
  if (phase) return `Now: ${phase.name}, to be done ${doneBefore(phase)}.`;
  const next = timeline.phases.find(({ start }) => start > today);
  return next ? `Next: ${next.name}, from ${longDate(next.start)} and done ${doneBefore(next)}.` : null;
}

/** A phase is over when the day it ends on begins. */
export function doneBefore({ start, end }: Phase): string {
  return start === end ? `at once, on ${longDate(start)}` : `before ${longDate(end)}`;
}

/** Said where the plan is not the full one. */
export function planNote({ timeline, lifecycle }: Situation): string | null {
  if (lifecycle.withdrawal) return 'No timeline: access is gone, so moving comes first.';
  switch (timeline.plan) {
    case 'scaled':
      return 'Time is short: every phase is shortened in proportion.';
    case 'emergency':
      return 'Time is very short: the plan counts every day, weekends, holidays and freezes too.';
    case 'full':
    case null:
      return null;
  }
}

/** The first milestone that is still ahead, or falls today. */
export function nextMilestone({ timeline, now }: Situation): string | null {
  const today = utcDay(now);
  const next = timeline.milestones.find(({ due }) => due >= today);
  return next
    ? `${milestoneName(next)}, on ${longDate(next.due)} (${relativeDays(daysBetween(today, next.due))})`
    : null;
}

export function milestoneName({ name }: Pick<Milestone, 'name'>): string {
  return name === 'legacy' || name === 'extendedAccess' || name === 'endOfLife'
    ? `${dateLabel(name)}${name === 'endOfLife' ? '' : ' begins'}`
    : capitalised(name);
}

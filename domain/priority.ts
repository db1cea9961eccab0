import { daysBetween, utcDay } from './calendar-date.ts';
import type { Situation } from './situation.ts';
import type { Priority } from './tracker.ts';

/** Most days to the date that binds, for each priority above `low`. */
const daysFor = { critical: 7, high: 30, medium: 90 } as const;

/**
 * How much a migration presses: by the days that are left and by whether the model is still used. A model that is gone, or dearer
 * already, presses whatever the calendar says; one that has gone quiet presses one step less.
 */
export function priorityOf(situation: Situation): Priority {
  const { migration, presence } = situation;
  if (migration.status === 'done') return 'low';
  const urgency = urgencyOf(situation);
  const { burnDown } = presence;
  const isQuiet = burnDown.kind === 'known' && burnDown.days.length > 0 && burnDown.remaining === 0;
  return isQuiet ? lower[urgency] : urgency;
}

const lower: Readonly<Record<Priority, Priority>> = { critical: 'high', high: 'medium', medium: 'low', low: 'low' };

function urgencyOf({ lifecycle, timeline: { stage, binding }, rung, now }: Situation): Priority {
  if (lifecycle.withdrawal !== null || stage === 'endOfLife') return 'critical';
  const days = binding === null ? null : daysBetween(utcDay(now), binding.date);
  if (days !== null && days <= daysFor.critical) return 'critical';
  if (stage === 'extendedAccess' || rung !== null || (days !== null && days <= daysFor.high)) return 'high';
  // Without a date the first task is to find it.
  return days === null || days <= daysFor.medium ? 'medium' : 'low';
}

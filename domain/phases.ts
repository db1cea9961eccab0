import type { CalendarDate } from './calendar-date.ts';
import { daysBetween, plusDays } from './calendar-date.ts';
import type { PhaseName, Policy } from './policy.ts';
import { phaseNames } from './policy.ts';
import type { Team } from './team.ts';
import { startFor } from './working-days.ts';

/** One phase of a plan, in the team's own calendar: from `start` up to, not including, `end`. */
export interface Phase {
  readonly name: PhaseName;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

export interface Window {
  readonly from: CalendarDate;
  /** Exclusive: everything is done before this day begins. */
  readonly until: CalendarDate;
}

/** `full`: the time each phase likes; `scaled`: shortened in proportion; `emergency`: every day counts, weekends too. */
export type PlanKind = 'full' | 'scaled' | 'emergency';

export interface Plan {
  readonly kind: PlanKind;
  readonly phases: readonly Phase[];
}

/**
 * The phases worked back from the end of the window over the team's working days. They follow one another without a gap, stay
 * inside the window, and shrink in proportion until they fit. Where not even a working day each fits, or the window is
 * shorter than the policy's `emergencyDays`, the window is divided by calendar days.
 */
export function planPhases(
  window: Window,
  policy: Pick<Policy, 'phaseWorkingDays' | 'emergencyDays'>,
  team: Team,
): Plan {
  if (daysBetween(window.from, window.until) < policy.emergencyDays) return emergencyPlan(window);

  const wanted = phaseNames.map((name) => Math.max(1, policy.phaseWorkingDays[name]));
  const full = wanted.reduce((sum, days) => sum + days, 0);
  for (let total = full; total >= phaseNames.length; total -= 1) {
    const phases = workedBack(window, share(wanted, total), team);
    if (phases) return { kind: total === full ? 'full' : 'scaled', phases };
  }
  return emergencyPlan(window);
}

function workedBack(window: Window, days: readonly number[], team: Team): Phase[] | null {
  const phases: Phase[] = [];
  let end = window.until;
  for (const [index, name] of [...phaseNames.entries()].toReversed()) {
    const start = startFor(name, days[index] ?? 1, end, window.from, team);
    if (start === null) return null;
    phases.unshift({ name, start, end });
    end = start;
  }
  return phases;
}

/** Splits `total` days in proportion to what was wanted, by largest remainder: at least one each, and none more than it wanted. */
function share(wanted: readonly number[], total: number): number[] {
  const spare = total - wanted.length;
  const wantedSpare = wanted.reduce((sum, days) => sum + days - 1, 0);
  const exact = wanted.map((days) => (wantedSpare === 0 ? 0 : (spare * (days - 1)) / wantedSpare));
  const floors = exact.map(Math.floor);
  const left = spare - floors.reduce((a, b) => a + b, 0);
  const first = [...exact.keys()].toSorted((a, b) => remainder(exact, b) - remainder(exact, a)).slice(0, left);
  return floors.map((days, index) => 1 + days + (first.includes(index) ? 1 : 0));
}

function remainder(values: readonly number[], index: number): number {
  return (values[index] ?? 0) % 1;
}

/** Divides the window evenly by calendar days; with fewer days than phases, some begin and end on the same day. */
function emergencyPlan({ from, until }: Window): Plan {
  const days = Math.max(0, daysBetween(from, until));
  const edges = [0, ...phaseNames.map((_, index) => Math.round(((index + 1) * days) / phaseNames.length))];
  const phases = phaseNames.map((name, index) => ({
    name,
    start: plusDays(from, edges[index] ?? 0),
    end: plusDays(from, edges[index + 1] ?? 0),
  }));
  return { kind: 'emergency', phases };
}

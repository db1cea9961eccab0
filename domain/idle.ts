import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import { daysLookedBack } from './burn-down.ts';
import type { Dependent } from './dependent.ts';
import type { Stage } from './lifecycle.ts';
import type { Reading } from './reading.ts';
import type { TeamUse } from './team-use.ts';
import { lastUsedOn } from './team-use.ts';

/** An account that still needs a Legacy model and does not call it: AWS may take its access away. */
export interface IdleAccount {
  readonly account: string;
  /** `null` where no call was seen in all the days looked at. */
  readonly lastUsedOn: CalendarDate | null;
}

export interface IdleFacts {
  readonly stage: Stage;
  readonly dependents: readonly Dependent[];
  readonly use: readonly TeamUse[];
  readonly reading: Reading;
  readonly today: CalendarDate;
  readonly warningDays: number;
}

/**
 * Accounts whose last call of a Legacy model is more than `warningDays` days ago, although something there still rests on the
 * model, or called it within the days looked at. An account of which anything is unknown is never called idle.
 */
export function idleAccounts(facts: IdleFacts): readonly IdleAccount[] {
  const { stage, dependents, use, reading, today, warningDays } = facts;
  if (stage !== 'legacy' && stage !== 'extendedAccess') return [];

  const unknown = new Set(reading.unknown.map(({ account }) => account));
  const accounts = [...new Set(reading.places.map(({ account }) => account))];
  return accounts.flatMap((account) => {
    const last = lastUsedOn(use.filter(({ usage }) => usage.account === account));
    const idle = last === null || daysBetween(last, today) > warningDays;
    const called = last !== null && daysBetween(last, today) <= daysLookedBack;
    const rests = dependents.some((one) => one.account === account && one.kind !== 'onDemand');
    return idle && (called || rests) && !unknown.has(account) ? [{ account, lastUsedOn: last }] : [];
  });
}

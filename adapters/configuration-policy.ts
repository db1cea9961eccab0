import * as z from 'zod/mini';
import { defaultPolicy } from '../domain/policy.ts';
import { count, countFromOne } from './configuration-fields.ts';

const Phases = z.strictObject({
  assess: z._default(count, defaultPolicy.phaseWorkingDays.assess),
  research: z._default(count, defaultPolicy.phaseWorkingDays.research),
  test: z._default(count, defaultPolicy.phaseWorkingDays.test),
  migrate: z._default(count, defaultPolicy.phaseWorkingDays.migrate),
  operate: z._default(count, defaultPolicy.phaseWorkingDays.operate),
});

export const Policy = z.strictObject({
  milestoneDays: z._default(z.array(count), [...defaultPolicy.milestoneDays]),
  extendedAccessLeadDays: z._default(count, defaultPolicy.extendedAccessLeadDays),
  emergencyDays: z._default(count, defaultPolicy.emergencyDays),
  replacementMinimumDays: z._default(count, defaultPolicy.replacementMinimumDays),
  quietDays: z._default(countFromOne, defaultPolicy.quietDays),
  idleWarningDays: z._default(count, defaultPolicy.idleWarningDays),
  escalationDays: z._default(
    z
      .array(countFromOne)
      .check(
        z.refine(
          (days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0)),
          'expected days that rise, such as [3, 7, 14]',
        ),
      ),
    [...defaultPolicy.escalationDays],
  ),
  behindPlanPercent: z._default(count, defaultPolicy.behindPlanPercent),
  phaseWorkingDays: z._default(Phases, defaultPolicy.phaseWorkingDays),
});

/** The policy of a file that has none; a copy, because zod hands it out. */
export const policyByDefault = {
  ...defaultPolicy,
  milestoneDays: [...defaultPolicy.milestoneDays],
  escalationDays: [...defaultPolicy.escalationDays],
};

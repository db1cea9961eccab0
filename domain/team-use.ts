import type { CalendarDate } from './calendar-date.ts';
import type { Configuration } from './configuration.ts';
import type { Dependent } from './dependent.ts';
import type { ModelUsage } from './model-usage.ts';
import { ownershipsOf } from './ownership.ts';
import { teamFor } from './routing.ts';

/** A team's part of some use. */
export interface TeamUse {
  readonly usage: ModelUsage;
  /** 0 to 1; never 0. */
  readonly share: number;
}

/** What was used on one day; a shared dependent's calls need not be whole. */
export interface DayUse {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type UseByDay = ReadonlyMap<CalendarDate, DayUse>;

export const noUse: DayUse = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** The use that is a team's: by who owns the dependent it went through; where no dependent is known, by account and Region. */
export function teamUse(
  team: string,
  usage: readonly ModelUsage[],
  dependents: readonly Dependent[],
  configuration: Configuration,
): readonly TeamUse[] {
  const shares = new Map(
    dependents.map((dependent) => [
      dependent.id,
      ownershipsOf(dependent, configuration).reduce((sum, one) => sum + (one.team === team ? one.share : 0), 0),
    ]),
  );
  const routed = ({ modelId, account, region }: ModelUsage) =>
    teamFor(modelId, account, region, configuration) === team ? 1 : 0;
  return usage
    .map((one) => ({ usage: one, share: shares.get(one.dependentId) ?? routed(one) }))
    .filter(({ share }) => share > 0);
}

export function useByDay(uses: readonly TeamUse[]): UseByDay {
  const days = new Map<CalendarDate, DayUse>();
  for (const { usage, share } of uses)
    for (const { day, calls, inputTokens, outputTokens } of usage.days) {
      const before = days.get(day) ?? noUse;
      days.set(day, {
        calls: before.calls + calls * share,
        inputTokens: before.inputTokens + inputTokens * share,
        outputTokens: before.outputTokens + outputTokens * share,
      });
    }
  return days;
}

/** The last day with a call; `null` where none was seen. */
export function lastUsedOn(uses: readonly TeamUse[]): CalendarDate | null {
  const days = uses.flatMap(({ usage }) => usage.days.filter(({ calls }) => calls > 0).map(({ day }) => day));
  return days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

import { plusDays } from '../../../domain/calendar-date.ts';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { mergeWords } from '../../../domain/merge-words.ts';
import type { Place } from './arns.ts';
import type { Simulation } from './simulation.ts';
import type { Use } from './use.ts';
import { callsOn } from './use.ts';

/** What is counted, by metric, of a number of calls of one use on a day. */
type Count = (calls: number, use: Use, day: CalendarDate) => number;

const inputTokens: Count = (calls, { tokens }) => calls * tokens.input;
const outputTokens: Count = (calls, { tokens }) => calls * tokens.output;

/** The share of a working day's calls that come in its busiest minute. */
const busiestMinute = 1 / 120;

/**
 * Metrics of both endpoints. `EstimatedTPMQuotaUsage` is a maximum, everything else a sum.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring.html
 */
export function metricCounts(
  { catalogue }: Simulation,
  { region }: Place,
): Readonly<Record<string, Record<string, Count>>> {
  const legacyFrom = new Map<string, CalendarDate | null>();
  const isLegacy = (model: string, day: CalendarDate): boolean => {
    const known = catalogue.find(model);
    const from = legacyFrom.get(model) ?? (known ? mergeWords(known, [region]).dates.legacy : null);
    legacyFrom.set(model, from);
    return from !== null && from <= day;
  };
  const quotaTokens: Count = (calls, use) => {
    const burndown = catalogue.find(use.model)?.burndown?.output ?? 1;
    return Math.round(calls * busiestMinute * (use.tokens.input + use.tokens.output * burndown));
  };
  return {
    'AWS/Bedrock': {
      Invocations: (calls) => calls,
      LegacyModelInvocations: (calls, { model }, day) => (isLegacy(model, day) ? calls : 0),
      InputTokenCount: inputTokens,
      OutputTokenCount: outputTokens,
      EstimatedTPMQuotaUsage: quotaTokens,
    },
    'AWS/BedrockMantle': {
      Inferences: (calls) => calls,
      TotalInputTokens: inputTokens,
      TotalOutputTokens: outputTokens,
    },
  };
}

export function namespaceOf({ endpoint }: Use): string {
  return endpoint === 'bedrock-mantle' ? 'AWS/BedrockMantle' : 'AWS/Bedrock';
}

/** Name and value of each dimension of a use's series. */
export function dimensionsOf(use: Use): Readonly<Record<string, string>> {
  const id = use.meteredAs ?? use.calledAs;
  return use.endpoint === 'bedrock-mantle' ? { Project: use.project ?? 'default', Model: id } : { ModelId: id };
}

/** Calls from the start of a UTC day up to an instant in it; they come evenly. */
export function callsUntil(use: Use, instant: Date): { readonly day: CalendarDate; readonly calls: number } {
  const day = instant.toISOString().slice(0, 10);
  const passed = (instant.getTime() - Date.parse(day)) / 86_400_000;
  return { day, calls: Math.floor(callsOn(use, day) * passed) };
}

/** The UTC days between two instants. */
export function daysBetween(from: Date, to: Date): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  const end = to.toISOString().slice(0, 10);
  for (let day = from.toISOString().slice(0, 10); day <= end; day = plusDays(day, 1)) days.push(day);
  return days;
}

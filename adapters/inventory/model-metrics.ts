import type { CloudWatchClient, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { paginateGetMetricData } from '@aws-sdk/client-cloudwatch';
import type { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ModelUsage, UsageDay } from '../../domain/model-usage.ts';
import type { Series } from './metered-series.ts';
import { meteredSeries } from './metered-series.ts';
import type { Count, Meter } from './meters.ts';

/** What CloudWatch counted for one id that callers pass as the model; what stands behind the id is found later. */
export type MeteredUse = Pick<ModelUsage, 'calledAs' | 'endpoint' | 'days'>;

/** Days of use that are asked for; more than that are remembered by the store. */
const days = 30;

const mostQueries = 500;

/** Use by UTC day over 30 days of every id that CloudWatch lists, and of `alsoAsk`. */
export async function modelMetrics(
  client: CloudWatchClient,
  meter: Meter,
  alsoAsk: readonly string[],
  now: DateTime,
): Promise<readonly MeteredUse[]> {
  const series = await meteredSeries(client, meter, alsoAsk);
  if (series.length === 0) return [];
  const until = now.toUTC().startOf('day').plus({ days: 1 });
  const window = { StartTime: until.minus({ days: days + 1 }).toJSDate(), EndTime: until.toJSDate() };
  const counts = Object.entries(meter.metrics) as [Count, { name: string; stat: string }][];
  const queries = series.flatMap((one, index) =>
    counts.map((count) => query(meter, one, `m${index}_${count[0]}`, count[1])),
  );

  const byDay = series.map(() => new Map<CalendarDate, Partial<Record<Count, number>>>());
  for (let from = 0; from < queries.length; from += mostQueries) {
    const pages = paginateGetMetricData(
      { client },
      { ...window, ScanBy: 'TimestampAscending', MetricDataQueries: queries.slice(from, from + mostQueries) },
    );
    for await (const { MetricDataResults = [] } of pages)
      for (const { Id = '', Timestamps = [], Values = [] } of MetricDataResults) {
        const [index = '', count = ''] = Id.slice(1).split('_');
        for (const [at, instant] of Timestamps.entries()) {
          const day = instant.toISOString().slice(0, 10);
          const known = byDay[Number(index)];
          known?.set(day, { ...known.get(day), [count]: Values[at] ?? 0 });
        }
      }
  }
  return gathered(series, byDay, meter);
}

function query(
  meter: Meter,
  { dimensions }: Series,
  id: string,
  metric: { name: string; stat: string },
): MetricDataQuery {
  return {
    Id: id,
    MetricStat: {
      Metric: { Namespace: meter.namespace, MetricName: metric.name, Dimensions: [...dimensions] },
      Period: 86_400,
      Stat: metric.stat,
    },
  };
}

/** One use for each id, the series of its projects summed; an id without a single call in the window is left out. */
function gathered(
  series: readonly Series[],
  byDay: readonly ReadonlyMap<CalendarDate, Partial<Record<Count, number>>>[],
  { endpoint }: Meter,
): readonly MeteredUse[] {
  const uses = new Map<string, Map<CalendarDate, UsageDay>>();
  for (const [index, { calledAs }] of series.entries()) {
    const total = uses.get(calledAs) ?? new Map<CalendarDate, UsageDay>();
    for (const [day, counts] of byDay[index] ?? []) total.set(day, plus(total.get(day), day, counts));
    uses.set(calledAs, total);
  }
  return [...uses]
    .map(([calledAs, total]) => ({
      calledAs,
      endpoint,
      days: [...total.values()].filter(({ calls }) => calls > 0).toSorted((a, b) => a.day.localeCompare(b.day)),
    }))
    .filter((use) => use.days.length > 0);
}

function plus(known: UsageDay | undefined, day: CalendarDate, counts: Partial<Record<Count, number>>): UsageDay {
  const peaks = [known?.peakQuotaTokens, counts.peakQuotaTokens].filter((peak) => typeof peak === 'number');
  return {
    day,
    calls: (known?.calls ?? 0) + (counts.calls ?? 0),
    inputTokens: (known?.inputTokens ?? 0) + (counts.inputTokens ?? 0),
    outputTokens: (known?.outputTokens ?? 0) + (counts.outputTokens ?? 0),
    legacyCalls: (known?.legacyCalls ?? 0) + (counts.legacyCalls ?? 0),
    peakQuotaTokens: peaks.length > 0 ? Math.max(...peaks) : null,
  };
}

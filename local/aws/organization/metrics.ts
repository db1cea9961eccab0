import type {
  GetMetricDataInput,
  GetMetricDataOutput,
  ListMetricsInput,
  ListMetricsOutput,
  Metric,
  MetricDataQuery,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { plusDays } from '../../../domain/calendar-date.ts';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { callsUntil, daysBetween, dimensionsOf, metricCounts, namespaceOf } from './metering.ts';
import type { Simulation } from './simulation.ts';
import { today } from './simulation.ts';
import type { Use } from './use.ts';
import { callsOn } from './use.ts';

/** A metric is listed for two weeks after its last value. */
const listedDays = 14;

/** CloudWatch, as far as use of models is counted there: sums and maxima of whole days, today's up to now. */
export function metricHandlers(simulation: Simulation): Handlers {
  const usesIn = ({ account, region }: AwsCall) => simulation.estates(account, region).uses ?? [];
  return {
    'cloudwatch:ListMetrics': (
      { Namespace, MetricName, Dimensions = [] }: ListMetricsInput,
      call: AwsCall,
    ): ListMetricsOutput => {
      const counts = metricCounts(simulation, call);
      const metrics = usesIn(call)
        .filter((use) => isRecent(use))
        .flatMap((use) =>
          Object.keys(counts[namespaceOf(use)] ?? {}).map((name) => metric(namespaceOf(use), name, use)),
        )
        .filter((one) => !Namespace || one.Namespace === Namespace)
        .filter((one) => !MetricName || one.MetricName === MetricName)
        .filter(({ Dimensions: own = [] }) =>
          Dimensions.every((wanted) =>
            own.some(({ Name, Value }) => Name === wanted.Name && (!wanted.Value || Value === wanted.Value)),
          ),
        );
      return { Metrics: [...new Map(metrics.map((one) => [JSON.stringify(one), one])).values()] };
    },
    'cloudwatch:GetMetricData': (input: GetMetricDataInput, call: AwsCall): GetMetricDataOutput => ({
      MetricDataResults: (input.MetricDataQueries ?? []).map((query) => result(query, input, call)),
    }),
  };

  function isRecent(use: Use): boolean {
    const day = today(simulation);
    return Array.from({ length: listedDays }, (_, back) => plusDays(day, -back)).some((one) => callsOn(use, one) > 0);
  }

  function result(query: MetricDataQuery, input: GetMetricDataInput, call: AwsCall): MetricDataResult {
    const { Metric: asked, Period = 86_400, Stat = 'Sum' } = query.MetricStat ?? {};
    const { Namespace = '', MetricName = '', Dimensions = [] } = asked ?? {};
    if (!asked || Period !== 86_400 || (Stat !== 'Sum' && Stat !== 'Maximum'))
      throw new AwsError('ValidationException', 'simulated are sums and maxima of days, by MetricStat');
    const count = metricCounts(simulation, call)[Namespace]?.[MetricName];
    const wanted = JSON.stringify(Dimensions.map(({ Name, Value }) => [Name, Value]).toSorted());
    const uses = usesIn(call).filter(
      (use) =>
        namespaceOf(use) === Namespace && JSON.stringify(Object.entries(dimensionsOf(use)).toSorted()) === wanted,
    );

    const now = simulation.now().toJSDate();
    const until = input.EndTime && input.EndTime < now ? input.EndTime : now;
    const days = daysBetween(input.StartTime ?? now, until).filter((day) => Date.parse(day) < until.getTime());
    const values = days.flatMap((day) => {
      const end = new Date(Math.min(until.getTime(), Date.parse(day) + 86_400_000 - 1));
      const whole = end < until;
      const parts = uses.map((use) => count?.(whole ? callsOn(use, day) : callsUntil(use, end).calls, use, day) ?? 0);
      const value = parts.reduce((sum, part) => sum + part, 0);
      return value > 0 ? [{ at: new Date(Date.parse(day)), value }] : [];
    });
    const ordered = input.ScanBy === 'TimestampAscending' ? values : values.toReversed();
    return {
      Id: query.Id,
      Label: query.Label ?? MetricName,
      Timestamps: ordered.map(({ at }) => at),
      Values: ordered.map(({ value }) => value),
      StatusCode: 'Complete',
    };
  }
}

function metric(Namespace: string, MetricName: string, use: Use): Metric {
  const Dimensions = Object.entries(dimensionsOf(use)).map(([Name, Value]) => ({ Name, Value }));
  return { Namespace, MetricName, Dimensions };
}

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { paginateListMetrics } from '@aws-sdk/client-cloudwatch';
import type { Meter } from './meters.ts';

/** One combination of dimensions; `bedrock-mantle` counts each project's use of a model apart. */
export interface Series {
  readonly calledAs: string;
  readonly dimensions: readonly { readonly Name: string; readonly Value: string }[];
}

/**
 * What CloudWatch lists of a meter, and `alsoAsk`: it lists a metric for two weeks after its last value, and a model that is called
 * monthly would be missed.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html
 */
export async function meteredSeries(
  client: CloudWatchClient,
  meter: Meter,
  alsoAsk: readonly string[],
): Promise<readonly Series[]> {
  const found = new Map<string, Series[]>();
  const asked = { Namespace: meter.namespace, MetricName: meter.metrics.calls?.name };
  for await (const { Metrics = [] } of paginateListMetrics({ client }, asked))
    for (const { Dimensions = [] } of Metrics) {
      const dimensions = Dimensions.map(({ Name = '', Value = '' }) => ({ Name, Value }));
      const model = dimensions.find(({ Name }) => Name === meter.dimension)?.Value;
      const countsCalls = dimensions.every(({ Name }) => Name === meter.dimension || Name === 'Project');
      if (model !== undefined && countsCalls)
        found.set(model, [...(found.get(model) ?? []), { calledAs: model, dimensions }]);
    }
  for (const id of alsoAsk)
    if (!found.has(id)) found.set(id, [{ calledAs: id, dimensions: [{ Name: meter.dimension, Value: id }] }]);
  return [...found.values()].flatMap(withoutParts);
}

/** Where a model is counted as a whole, its projects' series would count the same calls again. */
function withoutParts(series: readonly Series[]): readonly Series[] {
  const whole = series.filter(({ dimensions }) => dimensions.length === 1);
  return whole.length > 0 ? whole.slice(0, 1) : series;
}

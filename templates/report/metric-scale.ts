import type { Metric } from '../../domain/comparison/metric.ts';
import { signedPoints } from './words-figures.ts';

/** Where a difference stands across a drawing, in percent of its width; the same for all metrics of a page. */
export interface MetricScale {
  readonly x: (difference: number) => string;
  readonly ticks: readonly { readonly at: string; readonly label: string }[];
}

const steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const mostTicks = 5;

export function metricScale(metrics: readonly Metric[], margin: number): MetricScale {
  const shown = [...metrics.flatMap(({ interval, difference }) => [...interval, difference]), 0, -margin, margin / 2];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const pad = 0.07 * (most - least);
  const [low, high] = [least - pad, most + pad];
  const step = steps.find((each) => (high - low) / each <= mostTicks) ?? 0.5;
  const share = (value: number) => (100 * (value - low)) / (high - low);
  const x = (value: number) => `${share(value).toFixed(2)}%`;
  const first = Math.ceil(low / step);
  const values = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
  const inside = values.filter((value) => share(value) > 6 && share(value) < 94);
  return { x, ticks: inside.map((value) => ({ at: x(value), label: tickLabel(value) })) };
}

function tickLabel(value: number): string {
  const label = signedPoints(value);
  return label.endsWith('.0') ? label.slice(0, -2) : label;
}

import type { Metric } from '../../domain/comparison/metric.ts';
import { escaped } from '../console/html.ts';
import type { MetricScale } from './metric-scale.ts';
import { points, range, size, whole } from './words-figures.ts';

/** The difference and its interval, against no difference and the margin. Coordinates are shares, so that words keep their size. */
export function differenceChart(metric: Metric, scale: MetricScale, margin: number): string {
  const { difference, interval, name } = metric;
  const [low, high] = interval.map(scale.x);
  const said = `${name}: ${points(difference)}, interval ${range(interval)}, against a margin of ${size(margin)}`;
  const edge = (at: string | undefined) => `<line x1="${at}" x2="${at}" y1="16" y2="30"/>`;
  return [
    `<svg class="difference" role="img" aria-label="${escaped(said)}" height="62">`,
    `<rect class="beyond" x="0" y="4" width="${scale.x(-margin)}" height="38"/>`,
    `<line class="margin" x1="${scale.x(-margin)}" x2="${scale.x(-margin)}" y1="4" y2="42"/>`,
    `<line class="zero" x1="${scale.x(0)}" x2="${scale.x(0)}" y1="4" y2="42"/>`,
    `<g class="interval"><line x1="${low}" x2="${high}" y1="23" y2="23"/>${edge(low)}${edge(high)}</g>`,
    `<circle class="point" cx="${scale.x(difference)}" cy="23" r="6"/>`,
    `<line class="axis" x1="0" x2="100%" y1="42" y2="42"/>`,
    ...scale.ticks.map(({ at, label }) => `<text x="${at}" y="57" text-anchor="middle">${label}</text>`),
    '</svg>',
  ].join('');
}

/** Losses to the left and gains to the right, each by its own count. */
export function countsChart({ gains, losses, cases }: Metric, most: number): string {
  const width = (count: number) => `${most === 0 ? 0 : ((50 * count) / most).toFixed(2)}%`;
  const left = `${most === 0 ? 50 : (50 - (50 * losses) / most).toFixed(2)}%`;
  return [
    '<svg class="counts" aria-hidden="true" height="16">',
    `<rect class="losses" x="${left}" y="2" width="${width(losses)}" height="12"/>`,
    `<rect class="gains" x="50%" y="2" width="${width(gains)}" height="12"/>`,
    '<line class="zero" x1="50%" x2="50%" y1="0" y2="16"/></svg>',
    `<p class="tally"><span>▼ ${whole(losses)} lost</span> <span>▲ ${whole(gains)} gained</span> <span>of ${whole(cases)}</span></p>`,
  ].join('');
}

/** Hatched, so that it is not told by colour alone. Drawn once a page. */
export const chartPatterns =
  '<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stroke" width="2" height="7"/></pattern><pattern id="dense" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="4" height="4"/><rect class="stroke" width="2" height="4"/></pattern></defs></svg>';

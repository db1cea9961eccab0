import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { Metric } from '../../domain/comparison/metric.ts';
import { tellsQuality } from '../../domain/comparison/metric.ts';
import { escaped } from '../console/html.ts';
import { chartPatterns, countsChart, differenceChart } from './metric-chart.ts';
import type { MetricScale } from './metric-scale.ts';
import { metricScale } from './metric-scale.ts';
import { confidence, percent, points, pValue, range, size } from './words-figures.ts';
import { metricMeaning } from './words-verdict.ts';

export function metricsSection({ conclusion: { metrics }, evidence: { policy } }: ComparisonReport): string {
  if (metrics.length === 0) return '';
  const scale = metricScale(metrics, policy.margin);
  const most = Math.max(...metrics.flatMap(({ gains, losses }) => [gains, losses]));
  return [
    chartPatterns,
    '<section aria-labelledby="metrics"><h2 id="metrics">Metrics</h2>',
    `<p class="lead">Candidate minus current, in points, with the ${confidence(policy.alpha)} interval. p is two-sided, after Holm.</p>`,
    legend(policy.margin),
    `<ul class="metrics">${metrics.map((metric) => row(metric, scale, policy.margin, most)).join('')}</ul></section>`,
  ].join('');
}

function row(metric: Metric, scale: MetricScale, margin: number, most: number): string {
  const { name, primary, current, candidate, difference, interval, pAdjusted, power } = metric;
  return [
    `<li${primary ? ' class="primary"' : ''}><div class="what"><h3>${escaped(name)}${primary ? ' <span class="chip">primary</span>' : ''}</h3>`,
    `<p class="quiet">${escaped(metricMeaning(name))}</p><p>${percent(current)} → <b>${percent(candidate)}</b></p></div>`,
    `<div class="drawn">${differenceChart(metric, scale, margin)}<p class="reading">${reading(metric, margin)}</p></div>`,
    `<div class="figures"><p><b>${points(difference)}</b> <span class="range">${range(interval)}</span></p>${countsChart(metric, most)}`,
    `<p class="quiet">${pValue(pAdjusted)}, power ${percent(power)}</p></div></li>`,
  ].join('');
}

/** What the drawing shows, in words. Broken answers are held against what is allowed, not against the margin. */
function reading(metric: Metric, margin: number): string {
  const { interval } = metric;
  const zero =
    interval[1] < 0
      ? 'Wholly below 0: worse'
      : interval[0] > 0
        ? 'Wholly above 0: better'
        : '0 is within: no difference shown';
  if (!tellsQuality(metric)) return `${zero}.`;
  if (interval[0] > -margin) return `${zero}; wholly within the margin of ${size(margin)}.`;
  return interval[1] < -margin
    ? `${zero}, by more than the margin of ${size(margin)}.`
    : `${zero}; reaches beyond the margin of ${size(margin)}.`;
}

function legend(margin: number): string {
  const swatch = (shape: string) => `<svg width="26" height="14" aria-hidden="true">${shape}</svg>`;
  return [
    '<ul class="legend">',
    `<li>${swatch('<g class="interval"><line x1="1" x2="25" y1="7" y2="7"/></g><circle class="point" cx="13" cy="7" r="5"/>')}difference and interval</li>`,
    `<li>${swatch('<line class="zero" x1="13" x2="13" y1="0" y2="14"/>')}no difference</li>`,
    `<li>${swatch('<rect class="beyond" x="0" y="0" width="18" height="14"/><line class="margin" x1="18" x2="18" y1="0" y2="14"/>')}worse by more than ${size(margin)}, the margin</li>`,
    '</ul>',
  ].join('');
}

import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { Metric } from '../../domain/comparison/metric.ts';
import { escaped } from '../console/html.ts';
import { plainWords } from '../markup.ts';
import { clipped, counted } from '../text.ts';
import { comparedModels } from '../words-compared-models.ts';
import { metricScale } from './metric-scale.ts';
import { percent, points, range, size } from './words-figures.ts';
import { verdictHeadline, verdictMarks } from './words-verdict.ts';

/** As many metrics as stay legible in a thread. */
const mostMetrics = 6;
const [width, left, right, top, rowHeight] = [1080, 300, 830, 150, 76] as const;

const colours = {
  paper: '#fffdf9',
  ink: '#26221b',
  quiet: '#665e51',
  line: '#cfc5b2',
  beyond: '#f3d9cf',
  candidate: '#1c5d99',
  ready: '#1f6b3a',
  regressed: '#a02c1c',
  inconclusive: '#7a5200',
} as const;

/** The verdict and its metrics as one drawing that needs nothing beside it but a font: intervals of the differences against the margin. */
export function chartPicture(report: ComparisonReport): { readonly svg: string; readonly altText: string } {
  const { conclusion, evidence } = report;
  const { margin } = evidence.policy;
  const metrics = conclusion.metrics.slice(0, mostMetrics);
  const scale = metricScale(metrics, margin);
  const x = (value: number) => left + ((right - left) * Number.parseFloat(scale.x(value))) / 100;
  const bottom = top + Math.max(1, metrics.length) * rowHeight;
  const height = bottom + 78;
  const { kind } = conclusion.verdict;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter" font-size="19">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="12" height="${height}" fill="${colours[kind]}"/>`,
    text(40, 52, `${verdictMarks[kind]}  ${capital(kind)}`, `font-size="32" font-weight="600" fill="${colours[kind]}"`),
    text(
      40,
      88,
      clipped(comparedModels(evidence, plainWords).join(' → '), 92),
      `font-size="18" fill="${colours.quiet}"`,
    ),
    text(
      40,
      116,
      clipped(
        `${counted(conclusion.cases, 'case')} in ${evidence.region}; difference in points, with its interval`,
        92,
      ),
      `font-size="18" fill="${colours.quiet}"`,
    ),
    `<rect x="${left}" y="${top}" width="${x(-margin) - left}" height="${bottom - top}" fill="${colours.beyond}"/>`,
    rule(x(-margin), top, bottom, `stroke="${colours.regressed}" stroke-dasharray="6 5"`),
    rule(x(0), top, bottom, `stroke="${colours.ink}"`),
    ...metrics.map((metric, index) => row(metric, top + index * rowHeight + rowHeight / 2, x)),
    `<line x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}" stroke="${colours.line}" stroke-width="2"/>`,
    ...scale.ticks.map(({ at, label }) =>
      text(
        left + ((right - left) * Number.parseFloat(at)) / 100,
        bottom + 26,
        label,
        `font-size="16" text-anchor="middle" fill="${colours.quiet}"`,
      ),
    ),
    text(
      left,
      bottom + 56,
      `shaded: worse by more than the margin of ${size(margin)}`,
      `font-size="16" fill="${colours.quiet}"`,
    ),
    '</svg>',
  ];
  return { svg: lines.join(''), altText: altText(report, metrics) };
}

function row(metric: Metric, y: number, x: (value: number) => number): string {
  const { name, primary, current, candidate, difference, interval } = metric;
  const [low, high] = [x(interval[0]), x(interval[1])];
  const ink = `stroke="${colours.candidate}" stroke-width="4"`;
  return [
    text(40, y - 4, clipped(name, 22), `font-weight="${primary ? 600 : 400}" fill="${colours.ink}"`),
    text(40, y + 20, `${percent(current)} → ${percent(candidate)}`, `font-size="16" fill="${colours.quiet}"`),
    `<line x1="${low}" x2="${high}" y1="${y}" y2="${y}" ${ink}/>`,
    `<line x1="${low}" x2="${low}" y1="${y - 9}" y2="${y + 9}" ${ink}/><line x1="${high}" x2="${high}" y1="${y - 9}" y2="${y + 9}" ${ink}/>`,
    `<circle cx="${x(difference)}" cy="${y}" r="9" fill="${colours.candidate}"/>`,
    text(right + 24, y - 4, points(difference), `font-weight="${primary ? 600 : 400}" fill="${colours.ink}"`),
    text(right + 24, y + 20, range(interval), `font-size="16" fill="${colours.quiet}"`),
  ].join('');
}

function text(x: number, y: number, words: string, how: string): string {
  return `<text x="${x}" y="${y}" ${how}>${escaped(words)}</text>`;
}

function rule(x: number, from: number, to: number, how: string): string {
  return `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" stroke-width="2" ${how}/>`;
}

function capital(kind: string): string {
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}

function altText(report: ComparisonReport, metrics: readonly Metric[]): string {
  const said = metrics.map(({ name, difference, interval }) => `${name} ${points(difference)} (${range(interval)})`);
  return clipped(`${verdictHeadline(report)}. ${said.join('; ')}.`, 1_900);
}

import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { escaped } from '../console/html.ts';
import { counted } from '../text.ts';
import { dollars, duration, points, range, whole } from './words-figures.ts';

/** The few numbers that one wants to know first. */
export function verdictGlance(report: ComparisonReport): string {
  const { conclusion } = report;
  const [primary] = conclusion.metrics;
  const newBreaks = new Set(conclusion.breaks.new.map(({ caseId }) => caseId)).size;
  const healed = new Set(conclusion.breaks.healed.map(({ caseId }) => caseId)).size;
  const tiles = [
    primary ? tile(`Difference in ${primary.name}`, points(primary.difference), range(primary.interval)) : '',
    tile('New hard breaks', whole(newBreaks), `${whole(healed)} gone`),
    speedTile(report),
    costTile(report),
    tile(
      'Cases',
      whole(conclusion.cases),
      conclusion.failed === 0 ? 'all answered by both' : `${counted(conclusion.failed, 'case')} not answered by both`,
    ),
  ];
  return `<dl class="glance">${tiles.join('')}</dl>`;
}

function speedTile({ conclusion: { current, candidate } }: ComparisonReport): string {
  const [before, after] = [current.latency.p50, candidate.latency.p50];
  if (after === null) return '';
  return tile('Median latency', duration(after), before === null ? 'current not measured' : `was ${duration(before)}`);
}

function costTile({ cost: { current, candidate } }: ComparisonReport): string {
  if (candidate === null) return '';
  return tile('Cost of these answers', dollars(candidate), current === null ? '' : `was ${dollars(current)}`);
}

function tile(name: string, value: string, beside: string): string {
  return `<div><dt>${escaped(name)}</dt><dd><b>${escaped(value)}</b> <span>${escaped(beside)}</span></dd></div>`;
}

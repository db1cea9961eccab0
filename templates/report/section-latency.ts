import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { Latency } from '../../domain/comparison/latency.ts';
import { escaped } from '../console/html.ts';
import { confidence, duration, whole } from './words-figures.ts';

type Field = 'p50' | 'p95' | 'ttft';

const rows: readonly (readonly [Field, string, string])[] = [
  ['p50', 'p50', 'half of all answers are whole by then'],
  ['p95', 'p95', '19 of 20 answers are whole by then'],
  ['ttft', 'First token', 'half of all answers have begun by then'],
];

export function latencySection({ conclusion, evidence }: ComparisonReport): string {
  const [current, candidate] = [conclusion.current.latency, conclusion.candidate.latency];
  const ends = [current, candidate].flatMap((one) =>
    rows.flatMap(([field]) => [one[field] ?? 0, one.intervals[field]?.[1] ?? 0]),
  );
  const most = Math.max(1, ...ends) * 1.04;
  return [
    '<section aria-labelledby="latency"><h2 id="latency">Latency</h2>',
    `<p class="lead">As measured here, with ${confidence(evidence.policy.alpha)} intervals: ${whole(current.calls)} calls of the current model, ${whole(candidate.calls)} of the candidate.</p>`,
    `<ul class="legend"><li>${swatch('current')}current</li><li>${swatch('candidate')}candidate</li></ul>`,
    `<ul class="metrics latency">${rows
      .map(
        ([field, name, meaning]) =>
          `<li><div class="what"><h3>${name}</h3><p class="quiet">${meaning}</p></div><div class="drawn">${chart(name, field, current, candidate, most)}</div><div class="figures"><p>current ${figures(current, field)}</p><p>candidate ${figures(candidate, field)}</p></div></li>`,
      )
      .join('')}</ul></section>`,
  ].join('');
}

function figures(latency: Latency, field: Field): string {
  const value = latency[field];
  if (value === null) return '<b>not measured</b>';
  const interval = latency.intervals[field];
  const between = interval ? `${duration(interval[0])} to ${duration(interval[1])}` : 'too few for an interval';
  return `<b>${duration(value)}</b> <span class="range">${between}</span>`;
}

function chart(name: string, field: Field, current: Latency, candidate: Latency, most: number): string {
  const x = (value: number) => `${((100 * value) / most).toFixed(2)}%`;
  const strip = (latency: Latency, side: 'current' | 'candidate', y: number) => {
    const [value, interval] = [latency[field], latency.intervals[field]];
    if (value === null) return '';
    const drawn = interval ? `<line x1="${x(interval[0])}" x2="${x(interval[1])}" y1="${y}" y2="${y}"/>` : '';
    return `<g class="${side}"><line class="track" x1="0" x2="${x(value)}" y1="${y}" y2="${y}"/>${drawn}${marker(side, x(value), y)}</g>`;
  };
  const said = [current, candidate].map((latency) =>
    latency[field] === null ? 'not measured' : duration(latency[field]),
  );
  return `<svg class="times" role="img" aria-label="${escaped(`${name}: current ${said[0]}, candidate ${said[1]}`)}" height="52">${strip(current, 'current', 15)}${strip(candidate, 'candidate', 37)}</svg>`;
}

/** A circle and a diamond: told apart without colour. */
function marker(side: 'current' | 'candidate', x: string, y: number): string {
  return side === 'current'
    ? `<circle cx="${x}" cy="${y}" r="6"/>`
    : `<svg x="${x}" y="${y}" overflow="visible"><path d="M0-7 7 0 0 7-7 0z"/></svg>`;
}

function swatch(side: 'current' | 'candidate'): string {
  return `<svg width="26" height="16" aria-hidden="true"><g class="${side}"><line x1="1" x2="25" y1="8" y2="8"/>${marker(side, '13', 8)}</g></svg>`;
}

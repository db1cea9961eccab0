import type { KnownBurnDown } from '../../domain/burn-down.ts';
import { plannedOn } from '../../domain/planned-use.ts';
import type { Situation } from '../../domain/situation.ts';
import { capitalised, longDate } from '../text.ts';
import { burnDownWords, figure } from '../words-burn-down.ts';
import { axisWidths, tenth } from './axis-scale.ts';
import { escaped, shortDate } from './html.ts';

const plotTop = 20;
const plotHeight = 90;
const height = plotTop + plotHeight + 22;

/** Calls a day on the old model, on its replacement, and by the plan; told apart by form: bars, a line and dashes. */
export function useChart(situation: Situation, id: string): string {
  const { burnDown } = situation.presence;
  if (burnDown.kind === 'unknown' || burnDown.days.length < 2) return '';
  return [
    '<figure class="use">',
    `<div class="axes">${axisWidths.map((width) => drawing(situation, burnDown, width, `${id}-use-${width}`)).join('')}</div>`,
    `<figcaption><ul class="legend">${legend}</ul></figcaption></figure>`,
  ].join('');
}

function drawing(situation: Situation, burnDown: KnownBurnDown, width: number, id: string): string {
  const { days, baseline } = burnDown;
  const most = Math.max(1, baseline, ...days.flatMap(({ old, replacement }) => [old.calls, replacement.calls]));
  const step = width / days.length;
  const y = (calls: number) => tenth(plotTop + plotHeight * (1 - calls / most));
  const floor = plotTop + plotHeight;
  const bars = days.map(({ old }, index) =>
    old.calls > 0
      ? `<rect x="${tenth(index * step)}" y="${y(old.calls)}" width="${Math.max(1, tenth(step - 0.8))}" height="${tenth(floor - y(old.calls))}"/>`
      : '',
  );
  const line = (calls: (index: number) => number) =>
    days.map((_, index) => `${tenth((index + 0.5) * step)},${y(calls(index))}`).join(' ');
  const planned = line((index) => baseline * plannedOn(days[index]?.day ?? '', situation.timeline.phases));
  const moved = days.some(({ replacement }) => replacement.calls > 0);

  return [
    `<svg class="axis chart w${width}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">Calls a day of ${escaped(situation.modelName)} and its replacement</title>`,
    `<desc id="${id}-desc">${escaped(described(burnDown))}</desc>`,
    `<g class="old">${bars.join('')}</g>`,
    baseline > 0 ? `<polyline class="planned" points="${planned}"/>` : '',
    moved ? `<polyline class="replacement" points="${line((index) => days[index]?.replacement.calls ?? 0)}"/>` : '',
    `<line class="floor" x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>`,
    `<text class="when" x="0" y="13">${figure(most)} calls a day</text>`,
    ...ends(burnDown, width, floor + 16),
    '</svg>',
  ].join('');
}

function ends({ days }: KnownBurnDown, width: number, y: number): string[] {
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return [
    `<text class="when" x="0" y="${y}">${shortDate(first)}</text>`,
    `<text class="when" x="${width}" y="${y}" text-anchor="end">${shortDate(last)}</text>`,
  ];
}

/** The chart in words: where it begins and ends, and what the numbers say. */
function described(burnDown: KnownBurnDown): string {
  const [first, last] = [burnDown.days[0], burnDown.days.at(-1)];
  if (!first || !last) return '';
  const at = ({ day, old, replacement }: typeof first) =>
    `${longDate(day)}: ${figure(old.calls)} calls on the old model, ${figure(replacement.calls)} on the replacement.`;
  return capitalised([at(first), at(last), ...burnDownWords(burnDown)].join(' '));
}

const swatch = (shape: string) => `<svg class="chart" viewBox="0 0 22 12" aria-hidden="true">${shape}</svg>`;
const legend = [
  `<li>${swatch('<g class="old"><rect x="2" y="5" width="4" height="7"/><rect x="8" y="2" width="4" height="10"/><rect x="14" y="4" width="4" height="8"/></g>')}old model</li>`,
  `<li>${swatch('<polyline class="replacement" points="0,10 22,2"/>')}replacement</li>`,
  `<li>${swatch('<polyline class="planned" points="0,3 22,9"/>')}old model by the plan</li>`,
].join('');

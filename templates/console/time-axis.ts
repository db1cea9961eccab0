import type { Situation } from '../../domain/situation.ts';
import { phaseBands, phaseHeight, stageBar, stageHeight } from './axis-bands.ts';
import { axisDescription } from './axis-description.ts';
import { flagPlaces } from './axis-flags.ts';
import type { Place } from './axis-flags.ts';
import type { Mark } from './axis-marks.ts';
import { axisMarks, axisSpan } from './axis-marks.ts';
import { monthTicks } from './axis-months.ts';
import { axisScale, textWidth } from './axis-scale.ts';
import { escaped, shortDate } from './html.ts';

const flagHeight = 34;
const gap = 6;

/** One migration on a time axis, as an SVG drawn for one width: the page shows the one that fits. */
export function timeAxis(situation: Situation, width: number, id: string): string {
  const marks = axisMarks(situation);
  const { from, until } = axisSpan(marks, situation);
  const scale = axisScale(from, until, width);
  const places = flagPlaces(
    marks.map((mark) => ({ x: scale.x(mark.date), width: flagWidth(mark) })),
    width,
  );

  const stagesAt = (1 + Math.max(0, ...places.map(({ level }) => level))) * flagHeight + 4;
  const phasesAt = stagesAt + stageHeight + gap;
  const monthsAt = phasesAt + (situation.timeline.phases.length > 0 ? phaseHeight + gap : 0);
  const stages = stageBar(situation, stagesAt, scale);
  const phases = phaseBands(situation, phasesAt, scale);
  const flags = marks.map((mark, index) => {
    const place = places[index] ?? { level: 0, side: 'right' };
    const foot = mark.kind === 'today' ? monthsAt : stagesAt + stageHeight;
    return flag(mark, scale.x(mark.date), stagesAt - 2 - (place.level + 1) * flagHeight, foot, place.side);
  });

  return [
    `<svg class="axis w${width}" viewBox="0 0 ${width} ${monthsAt + 20}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(situation.modelName)} on a time axis</title>`,
    `<desc id="${id}-desc">${escaped(axisDescription(situation))}</desc>`,
    monthTicks(monthsAt, scale),
    stages.shapes,
    phases.shapes,
    ...flags,
    stages.words,
    phases.words,
    '</svg>',
  ].join('');
}

function flagWidth({ label, date }: Mark): number {
  return Math.max(textWidth(label), textWidth(shortDate(date))) + 8;
}

function flag({ kind, label, date }: Mark, x: number, top: number, foot: number, side: Place['side']): string {
  const [at, anchored] = side === 'right' ? [x + 6, 'start'] : [x - 6, 'end'];
  return [
    `<g class="flag ${kind}">`,
    kind === 'today' ? `<line class="casing" x1="${x}" x2="${x}" y1="${top + 3}" y2="${foot}"/>` : '',
    `<line x1="${x}" x2="${x}" y1="${top + 3}" y2="${foot}"/>`,
    `<text x="${at}" y="${top + 13}" text-anchor="${anchored}"><tspan class="what">${label}</tspan>`,
    `<tspan class="when" x="${at}" dy="14">${shortDate(date)}</tspan></text></g>`,
  ].join('');
}

import { daysBetween, startOfDay, utcDay } from '../../domain/calendar-date.ts';
import type { AxisScale } from './axis-scale.ts';
import { textWidth } from './axis-scale.ts';

/** Room that a month's name takes, with its year. */
const room = 66;

/** The beginnings of months, as many as have room for their names. */
export function monthTicks(y: number, { from, until, width, x }: AxisScale): string {
  const perMonth = width / (daysBetween(from, until) / 30.4);
  const step = [1, 2, 3, 6, 12].find((months) => months * perMonth >= room) ?? 12 * Math.ceil(room / perMonth / 12);

  const ticks: string[] = [];
  const first = startOfDay(from).startOf('month').plus({ months: 1 });
  for (let month = first; utcDay(month) < until; month = month.plus({ months: 1 })) {
    if ((month.year * 12 + month.month - 1) % step !== 0) continue;
    const at = x(utcDay(month));
    const name = month.setLocale('en-GB').toFormat(month.month === 1 || ticks.length === 0 ? 'LLL yyyy' : 'LLL');
    const label = at + 4 + textWidth(name) <= width ? `<text x="${at + 4}" y="${y + 14}">${name}</text>` : '';
    ticks.push(`<line x1="${at}" x2="${at}" y1="${y - 4}" y2="${y + 4}"/>${label}`);
  }
  return `<g class="months">${ticks.join('')}</g>`;
}

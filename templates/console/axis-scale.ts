import type { CalendarDate } from '../../domain/calendar-date.ts';
import { daysBetween } from '../../domain/calendar-date.ts';

/** The axis is drawn for each width, and the widest that fits is shown: text that shrinks with a drawing cannot be read. */
export const axisWidths = [270, 330, 520, 720, 960] as const;

/** Where a day stands on an axis that runs from one day to another over a width. */
export interface AxisScale {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly width: number;
  readonly x: (date: CalendarDate) => number;
}

export function axisScale(from: CalendarDate, until: CalendarDate, width: number): AxisScale {
  return { from, until, width, x: (date) => tenth((daysBetween(from, date) / daysBetween(from, until)) * width) };
}

/** Widest that a character of the axis's text is drawn, on average. */
const characterWidth = 7.2;

export function textWidth(text: string): number {
  return text.length * characterWidth;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { BurnDown, KnownBurnDown } from '../domain/burn-down.ts';
import { counted, longDate } from './text.ts';

/** How far the use has moved, a sentence each; empty where it was never counted, which is not zero. */
export function burnDownWords(burnDown: BurnDown): readonly string[] {
  if (burnDown.kind === 'unknown') return [];
  const { seenThrough, lastUsedOn, quietDays } = burnDown;
  const as = `counted through ${longDate(seenThrough)}`;
  if (lastUsedOn === null) return [`No call of the old model was seen in the last 30 days, ${as}.`];
  const quiet = quietDays > 0 ? ` ${counted(quietDays, 'full day')} without a call.` : '';
  return [
    `${percent(burnDown.remaining)} of the calls are left on the old model, ${as}; the plan has ${percent(burnDown.planned)}.${shareWords(burnDown)}`,
    ...(burnDown.behind ? [`Behind the plan for ${counted(burnDown.daysBehind, 'day')}.`] : []),
    `Last call of the old model: ${longDate(lastUsedOn)}.${quiet}`,
  ];
}

/** Over the last seven days, by calls and by tokens; nothing where the replacement was not used. */
function shareWords({ days }: KnownBurnDown): string {
  const week = days.slice(-7);
  const calls = week.reduce((sum, { replacement }) => sum + replacement.calls, 0);
  if (calls === 0) return '';
  const all = week.reduce((sum, { old }) => sum + old.calls, calls);
  const tokens = (use: 'old' | 'replacement') =>
    week.reduce((sum, one) => sum + one[use].inputTokens + one[use].outputTokens, 0);
  const moved = tokens('replacement');
  return ` The replacement answers ${percent(calls / all)} of the calls and ${percent(moved / Math.max(1, moved + tokens('old')))} of the tokens.`;
}

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const mostDays = 28;

/** Calls of the old model, a bar a day, with the first, highest and last in figures; `null` where there is nothing to draw. */
export function burnDownChart(burnDown: BurnDown): readonly string[] | null {
  if (burnDown.kind === 'unknown' || burnDown.days.length === 0) return null;
  const days = burnDown.days.slice(-mostDays);
  const most = Math.max(1, ...days.flatMap(({ old, replacement }) => [old.calls, replacement.calls]));
  const drawn = (use: 'old' | 'replacement') => days.map((one) => bar(one[use].calls, most)).join('');
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return [
    `old         ${drawn('old')}  ${figure(first.old.calls)} to ${figure(last.old.calls)} calls a day`,
    `replacement ${drawn('replacement')}  ${figure(first.replacement.calls)} to ${figure(last.replacement.calls)}`,
    `${first.day} to ${last.day}, a bar a day; the highest is ${figure(most)}`,
  ];
}

/** Nothing at all is a dot: the lowest bar is some use. */
function bar(calls: number, most: number): string {
  if (calls <= 0) return '·';
  return bars[Math.min(bars.length - 1, Math.floor((calls / most) * bars.length))] ?? bars[0];
}

export function figure(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/** Never rounds the last calls away, nor up to all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'less than 1 %';
  return rounded === 100 && share < 1 ? 'more than 99 %' : `${rounded.toLocaleString('en-GB')} %`;
}

import type { CalendarDate } from './calendar-date.ts';
import type { Price } from './notice.ts';

/** The price that applies next, or the last one that has come to apply. */
export function announcedPrice(prices: readonly Price[], today: CalendarDate): Price | null {
  const told = prices.filter(({ input, output }) => input !== null || output !== null);
  const dated = told
    .filter(({ effective }) => effective !== null)
    .toSorted((a, b) => (a.effective ?? '').localeCompare(b.effective ?? ''));
  return dated.find(({ effective }) => (effective ?? '') >= today) ?? dated.at(-1) ?? told[0] ?? null;
}

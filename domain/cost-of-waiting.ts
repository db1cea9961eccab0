import { announcedPrice } from './announced-price.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Dates } from './lifecycle.ts';
import type { Price } from './notice.ts';
import type { ListedPrice, PriceList } from './price-list.ts';
import type { TeamUse } from './team-use.ts';
import { sampled, tokensAWeek } from './tokens-a-week.ts';

/** What each week costs a team that stays, by its own tokens; parts that nobody gives a price for are `null`. */
export interface CostOfWaiting {
  /** From when on; `null` where no source says. */
  readonly from: CalendarDate | null;
  /** Complete days whose tokens were counted. */
  readonly days: number;
  readonly inputTokensAWeek: number;
  readonly outputTokensAWeek: number;
  /** US dollars a week once `from` has come. */
  readonly perWeek: number | null;
  /** How much more than at the listed price. */
  readonly more: number | null;
  /** The price that was announced; `null` where none was, so that the listed one is taken. */
  readonly announced: Price | null;
  readonly listed: ListedPrice | null;
  /** What the same tokens cost a week on the replacement, at the listed price; `null` where there is none, or no price of it is known. */
  readonly onReplacement: { readonly name: string; readonly perWeek: number } | null;
}

export interface CostFacts {
  readonly modelId: string;
  readonly replacement: { readonly modelId: string; readonly name: string } | null;
  readonly dates: Pick<Dates, 'extendedAccess'>;
  readonly prices: readonly Price[];
  readonly priceList: PriceList;
  readonly use: readonly TeamUse[];
  readonly seenThrough: CalendarDate | null;
  readonly today: CalendarDate;
}

/** `null` where there is nothing to wait for, or no use to count. */
export function costOfWaiting(facts: CostFacts): CostOfWaiting | null {
  const { modelId, replacement, dates, prices, priceList, use, seenThrough, today } = facts;
  const announced = announcedPrice(prices, today);
  const from = announced?.effective ?? dates.extendedAccess;
  if (seenThrough === null || (from === null && !announced)) return null;

  const sample = sampled(use, seenThrough);
  const byRegion = [...new Set(use.map(({ usage }) => usage.region))].toSorted().map((region) => ({
    listed: priceList(modelId, region),
    replacing: replacement && priceList(replacement.modelId, region),
    ...tokensAWeek(
      use.filter(({ usage }) => usage.region === region),
      sample,
    ),
  }));
  const input = sum(byRegion.map((one) => one.input));
  const output = sum(byRegion.map((one) => one.output));
  if (input + output === 0) return null;

  const listedCost = total(byRegion.map((one) => dollars(one, one.listed)));
  const replacingCost = total(byRegion.map((one) => dollars(one, one.replacing)));
  const announcedCost = announced && dollars({ input, output }, announced);
  return {
    from,
    days: sample.days,
    inputTokensAWeek: input,
    outputTokensAWeek: output,
    perWeek: announced ? announcedCost : listedCost,
    more: announcedCost === null || listedCost === null ? null : announcedCost - listedCost,
    announced,
    listed: byRegion.find(({ listed }) => listed !== null)?.listed ?? null,
    onReplacement: replacement && replacingCost !== null ? { name: replacement.name, perWeek: replacingCost } : null,
  };
}

/** `null` where tokens of a kind were used for which no price is known. */
function dollars(
  tokens: { readonly input: number; readonly output: number },
  price: Pick<Price, 'input' | 'output'> | null,
): number | null {
  return total(
    (['input', 'output'] as const).map((kind) => {
      if (tokens[kind] === 0) return 0;
      const each = price?.[kind] ?? null;
      return each === null ? null : (tokens[kind] / 1_000) * each;
    }),
  );
}

function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

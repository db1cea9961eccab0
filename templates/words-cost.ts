import type { CostOfWaiting } from '../domain/cost-of-waiting.ts';
import type { Markup } from './markup.ts';
import { counted, longDate, longDay } from './text.ts';

/** What each week of waiting costs, and by what that was worked out. Figures are rounded, so that they rest from day to day. */
export function costWords(cost: CostOfWaiting, markup: Markup): readonly string[] {
  const { from, perWeek, more, announced, listed, onReplacement } = cost;
  const when = from === null ? 'Each week from the day the new price applies' : `Each week from ${longDate(from)}`;
  const amount =
    perWeek === null
      ? `${when} costs an amount that is not known: ${noPrice(cost)}.`
      : `${when} costs about ${markup.bold(dollars(perWeek))}${more === null ? '' : `, ${moreWords(more)}`}.`;
  const tokens = `${rough(cost.inputTokensAWeek)} tokens in and ${rough(cost.outputTokensAWeek)} out a week`;
  const basis = [
    `your own ${tokens} (${counted(cost.days, 'day')} of use)`,
    ...(announced ? ['the price that AWS announced'] : []),
    ...(listed
      ? [`${announced ? "today's price" : 'the price'} of ${markup.text(listed.source)} as of ${longDay(listed.asOf)}`]
      : []),
  ];
  return [
    onReplacement
      ? `${amount} The same tokens on ${markup.text(onReplacement.name)} cost about ${markup.bold(dollars(onReplacement.perWeek))}.`
      : amount,
    `Basis: ${basis.join('; ')}.${announced || perWeek === null ? '' : ' No price for extended access was announced; it may be higher.'}`,
  ];
}

function noPrice({ announced }: CostOfWaiting): string {
  return announced ? 'the notice gives only a part of the price' : 'no notice announced a price, and none is listed';
}

function moreWords(more: number): string {
  if (Math.abs(more) < 0.005) return 'no more than today';
  return `${dollars(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than today`;
}

function dollars(amount: number): string {
  if (amount > 0 && amount < 0.01) return 'less than $0.01';
  const rounded = twoDigits(amount);
  const digits = rounded < 10 ? 2 : 0;
  return `$${rounded.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** `1,200,000`: to two digits. */
export function rough(value: number): string {
  return twoDigits(value).toLocaleString('en-GB');
}

function twoDigits(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}

import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Price } from '../../domain/notice.ts';
import type { Mention } from './mention.ts';
import { mentions } from './mention.ts';

const unit = '(?:\\s*(?:per|/)\\s*(?<per>1,?000,?000|1,?000|1\\s?K|1\\s?M|million|thousand|K|M)\\b)?';
const amount = new RegExp(`(?:US)?\\$\\s?(?<amount>\\d+(?:\\.\\d+)?)${unit}(?:\\s+(?<direction>input|output))?`, 'gi');
const perMillion = /^(?:1,?000,?000|1?\s?M|million)$/i;

interface Amount {
  readonly perThousand: number;
  readonly direction: 'input' | 'output' | null;
}

/** Amounts of money; an amount without a unit is per 1,000 tokens, as in AWS's notices. */
export function amountsIn(text: string): Mention<'price', Amount>[] {
  return mentions(text, amount, 'price', ({ groups, index, 0: whole }) => {
    const value = Number(groups?.['amount']);
    const divisor = perMillion.test(groups?.['per'] ?? '') ? 1000 : 1;
    return {
      perThousand: value / divisor,
      direction: direction(groups?.['direction'], text, index, index + whole.length),
    };
  });
}

/** `input` or `output` beside the amount, before it on the line or right after it. */
function direction(stated: string | undefined, text: string, start: number, end: number): 'input' | 'output' | null {
  if (stated) return stated.toLowerCase() === 'input' ? 'input' : 'output';
  const after = /^[^\n$,;.]{0,30}?\b(?<word>input|output)\b/i.exec(text.slice(end))?.groups?.['word'];
  const before = [...(text.slice(0, start).split('\n').at(-1) ?? '').matchAll(/\b(?:input|output)\b/gi)].at(-1)?.[0];
  const word = (before ?? after)?.toLowerCase();
  return word === 'input' || word === 'output' ? word : null;
}

/** The announced on-demand price, once for input and once for output; nothing where the text names no amount. */
export function pricesIn(text: string, effective: CalendarDate | null): Price[] {
  const amounts = amountsIn(text).map(({ value }) => value);
  const of = (wanted: 'input' | 'output') => amounts.find((found) => found.direction === wanted)?.perThousand ?? null;
  const price = { input: of('input'), output: of('output'), effective };
  return price.input === null && price.output === null ? [] : [price];
}

import type { Price } from '../domain/notice.ts';
import { listed, longDate } from './text.ts';

/** `From 8 January 2027: $0.006 for 1,000 input tokens and $0.03 for 1,000 output tokens.` */
export function priceWords({ input, output, effective }: Price): string {
  const parts = [amount(input, 'input'), amount(output, 'output')].filter((part) => part !== null);
  const when = effective ? `From ${longDate(effective)}` : 'From a day the notice does not give';
  return `${when}: ${parts.length > 0 ? listed(parts) : 'an amount the notice does not give'}.`;
}

function amount(dollars: number | null, kind: string): string | null {
  if (dollars === null) return null;
  const text = dollars.toLocaleString('en-US', { maximumFractionDigits: 8, useGrouping: false });
  return `$${text} for 1,000 ${kind} tokens`;
}

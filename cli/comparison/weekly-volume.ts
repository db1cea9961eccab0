import type { WeeklyVolume } from '../../domain/cases/weekly-cost.ts';
import { BadInputError } from '../exit.ts';
import type { CompareOptions } from './comparison-options.ts';

/** What `--weekly-tokens` and `--extended-price` say; throws `BadInputError` that names the option. */
export function weeklyVolume({
  weeklyTokens,
  extendedPrice,
}: Pick<CompareOptions, 'weeklyTokens' | 'extendedPrice'>): WeeklyVolume | null {
  if (weeklyTokens === undefined) {
    if (extendedPrice !== undefined) throw new BadInputError('--extended-price: is of use with --weekly-tokens only');
    return null;
  }
  const [inputTokens, outputTokens] = pair('--weekly-tokens', weeklyTokens, /^\d+$/, 'tokens, such as 2700000,540000');
  if (extendedPrice === undefined) return { inputTokens, outputTokens, extendedAccess: null };
  const example = 'US dollars per 1,000 tokens, such as 0.006,0.03';
  const [input, output] = pair('--extended-price', extendedPrice, /^\d+(?:\.\d+)?$/, example);
  return { inputTokens, outputTokens, extendedAccess: { input, output } };
}

function pair(option: string, text: string, form: RegExp, example: string): [into: number, out: number] {
  const [into = '', out = '', ...more] = text.split(',').map((part) => part.trim());
  if (!form.test(into) || !form.test(out) || more.length > 0)
    throw new BadInputError(`${option}: expected ${example}, got ${text}`);
  return [Number(into), Number(out)];
}

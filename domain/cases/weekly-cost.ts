import type { PriceList } from '../price-list.ts';
import type { Tokens } from './run-cost.ts';
import { costAt, priceOf } from './run-cost.ts';

/** A team's own use of the current model, as it says. */
export interface WeeklyVolume {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars per 1,000 tokens in extended access, as a notice announces them; `null` where nobody said. */
  readonly extendedAccess: { readonly input: number; readonly output: number } | null;
}

/** What a team's own volume costs a week: US dollars; `null` where no price is known. */
export interface WeeklyCost {
  readonly volume: WeeklyVolume;
  readonly now: number | null;
  readonly extendedAccess: number | null;
  /** By the tokens that the candidate takes for the same work, which may be more or fewer. */
  readonly candidate: number | null;
  /** Tokens of the candidate for one of the current model, in this run; `null` where one of them answered nothing. */
  readonly ratio: { readonly input: number; readonly output: number } | null;
}

/** The tokens of one model in a run, and how many answers took them. */
interface Taken extends Tokens {
  readonly modelId: string;
  readonly answers: number;
}

/** The cost of a volume now, in extended access and on the candidate, which is supposed to take as many tokens for each of the current model as in the run. */
export function weeklyCost(
  volume: WeeklyVolume,
  current: Taken,
  candidate: Taken,
  region: string,
  prices: PriceList,
): WeeklyCost {
  const ratio = {
    input: each(candidate, 'inputTokens') / each(current, 'inputTokens'),
    output: each(candidate, 'outputTokens') / each(current, 'outputTokens'),
  };
  const isKnown = Number.isFinite(ratio.input) && Number.isFinite(ratio.output);
  const moved = { inputTokens: volume.inputTokens * ratio.input, outputTokens: volume.outputTokens * ratio.output };
  return {
    volume,
    now: priceOf({ modelId: current.modelId, tokens: volume }, region, prices),
    extendedAccess: costAt(volume, volume.extendedAccess),
    candidate: isKnown ? priceOf({ modelId: candidate.modelId, tokens: moved }, region, prices) : null,
    ratio: isKnown ? ratio : null,
  };
}

function each(taken: Taken, kind: keyof Tokens): number {
  return taken[kind] / taken.answers;
}

import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { WeeklyCost } from '../../domain/cases/weekly-cost.ts';
import { dollars, whole } from './words-figures.ts';

/** What the run cost, and by which prices. */
export function costLine({ cost, evidence, embeddingTokens }: ComparisonReport): string {
  const { current, candidate, judge, embedding, basis } = cost;
  const amounts = [
    `current ${dollars(current)}`,
    `candidate ${dollars(candidate)}`,
    ...(evidence.judge ? [`judge ${dollars(judge)}`] : []),
    ...(evidence.embedding ? [`embeddings ${dollars(embedding)} (${whole(embeddingTokens)} tokens)`] : []),
  ];
  return `Cost of the run: ${amounts.join(', ')}. ${[costRatio({ current, candidate }), `Basis: ${basis}.`].filter(Boolean).join(' ')}`;
}

/** What the team's own volume costs now, in extended access and on the candidate. */
export function weeklyCostWords({ volume, now, extendedAccess, candidate, ratio }: WeeklyCost): string {
  const amounts = [
    `${dollars(now)} now`,
    `${volume.extendedAccess ? dollars(extendedAccess) : 'no price known'} in extended access`,
    `${candidate === null ? '' : 'about '}${dollars(candidate)} on the candidate`,
  ];
  const taking = ratio
    ? `, which took ${times(ratio.input)} times the tokens in and ${times(ratio.output)} times those out`
    : '';
  return `Your own ${whole(volume.inputTokens)} tokens in and ${whole(volume.outputTokens)} out a week cost ${amounts.join(', ')}${taking}.`;
}

function times(ratio: number): string {
  return ratio.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** What the candidate costs beside the current model, over the same cases; nothing where a price is not known. */
export function costRatio({ current, candidate }: { current: number | null; candidate: number | null }): string {
  if (current === null || candidate === null || current === 0) return '';
  const ratio = candidate / current;
  if (Math.abs(ratio - 1) < 0.005) return 'Both cost the same.';
  return `The candidate costs ${times(ratio)} times what the current model does.`;
}

import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
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

/** What the candidate costs beside the current model, over the same cases; nothing where a price is not known. */
export function costRatio({ current, candidate }: { current: number | null; candidate: number | null }): string {
  if (current === null || candidate === null || current === 0) return '';
  const ratio = candidate / current;
  if (Math.abs(ratio - 1) < 0.005) return 'Both cost the same.';
  return `The candidate costs ${ratio.toLocaleString('en-GB', { maximumFractionDigits: 2 })} times what the current model does.`;
}

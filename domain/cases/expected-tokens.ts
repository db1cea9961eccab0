import type { Dataset } from './dataset.ts';
import type { Tokens } from './run-cost.ts';

/** The rubric of the judge, and what it says, in tokens about. */
const [rubricTokens, opinionTokens] = [150, 60];

/** What a judge reads and says, about: each pair in both orders, the request and both answers with each. */
export function judgeTokens({ cases, tokens }: Pick<Dataset, 'cases' | 'tokens'>, repeats: number): Tokens {
  const opinions = 2 * repeats;
  return {
    inputTokens: opinions * (cases.length * rubricTokens + tokens.inputTokens + 2 * tokens.outputTokens),
    outputTokens: opinions * cases.length * opinionTokens,
  };
}

/** What an embedding model reads, about: in cases with checks of similarity both answers, and what is wanted once. */
export function embeddingTokens({ cases, tokens }: Pick<Dataset, 'cases' | 'tokens'>, repeats: number): Tokens {
  const similar = cases.filter(({ checks }) => checks.includes('similarity')).length;
  const answer = cases.length === 0 ? 0 : tokens.outputTokens / cases.length;
  return { inputTokens: Math.ceil(similar * answer * (2 * repeats + 1)), outputTokens: 0 };
}

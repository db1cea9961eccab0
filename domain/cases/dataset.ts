import type { Case } from './case.ts';
import type { CheckKind, PairedOutcome } from '../comparison/outcome.ts';

export type SurveyedCase = { readonly id: string } & Pick<PairedOutcome, 'checks' | 'expectsCalls'>;

/** What must be known of a dataset before and after the run; its cases themselves are read again as they are asked. */
export interface Dataset {
  readonly sha256: string;
  readonly cases: readonly SurveyedCase[];
  /** A guess before anything is asked: four characters a token, answers as long as expected or as allowed. */
  readonly tokens: { readonly inputTokens: number; readonly outputTokens: number };
}

/** Whether some case is checked by what an embedding model says. */
export function needsEmbedding({ cases }: Pick<Dataset, 'cases'>): boolean {
  return cases.some(({ checks }) => checks.includes('similarity'));
}

/** Whether some case is checked by BERTScore. */
export function needsBertScore({ cases }: Pick<Dataset, 'cases'>): boolean {
  return cases.some(({ checks }) => checks.includes('bert-score'));
}

/** Characters of a token, about: OpenAI's and Anthropic's pages both say four, of English. */
const charactersOfToken = 4;
const usualAnswer = 400;

export async function surveyDataset(cases: AsyncIterable<Case>): Promise<Omit<Dataset, 'sha256'>> {
  const seen: SurveyedCase[] = [];
  // Cases of one dataset are mostly checked alike: they share a list.
  const lists = new Map<string, readonly CheckKind[]>();
  let [inputTokens, outputTokens] = [0, 0];
  for await (const { id, checks, messages, system, tools, expected, expectedToolCalls, inference } of cases) {
    const kinds = checks.map(({ kind }) => kind);
    const shared = lists.get(kinds.join()) ?? kinds;
    lists.set(kinds.join(), shared);
    seen.push({ id, checks: shared, ...(expectedToolCalls && { expectsCalls: true }) });
    inputTokens += Math.ceil(JSON.stringify([messages, system, tools]).length / charactersOfToken);
    const likely = expected === null ? usualAnswer : Math.ceil(expected.length / charactersOfToken) + 20;
    outputTokens += Math.min(likely, inference.maxTokens ?? likely);
  }
  return { cases: seen, tokens: { inputTokens, outputTokens } };
}

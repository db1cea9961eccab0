import type { Case } from '../../domain/cases/case.ts';
import type { OpenDataset } from './open-dataset.ts';

/** Some cases of a dataset, in its order; it stays the same dataset by its hash. Tokens are taken to be alike in all cases. */
export function selectedDataset(dataset: OpenDataset, caseIds: readonly string[]): OpenDataset {
  const chosen = new Set(caseIds);
  const cases = dataset.cases.filter(({ id }) => chosen.has(id));
  const part = dataset.cases.length === 0 ? 0 : cases.length / dataset.cases.length;
  const tokens = {
    inputTokens: Math.ceil(dataset.tokens.inputTokens * part),
    outputTokens: Math.ceil(dataset.tokens.outputTokens * part),
  };
  return { ...dataset, cases, tokens, read: () => kept(dataset.read(), chosen) };
}

async function* kept(cases: AsyncIterable<Case>, chosen: ReadonlySet<string>): AsyncGenerator<Case> {
  for await (const kase of cases) if (chosen.has(kase.id)) yield kase;
}

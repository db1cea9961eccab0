import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchPrices } from '../../domain/batch-prices.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import { batchModels } from '../../domain/cases/batch-models.ts';
import { batchRefusal } from '../../domain/cases/batch-refusal.ts';
import type { CandidateStanding } from '../../domain/cases/candidate-standing.ts';
import { candidateFindings } from '../../domain/cases/candidate-standing.ts';
import { caseConflicts } from '../../domain/cases/case-conflicts.ts';
import { expectedSeconds } from '../../domain/cases/expected-seconds.ts';
import type { ModelLimits } from '../../domain/cases/model-limits.ts';
import type { ComparisonRequested, RunEstimate } from '../../domain/comparison-run.ts';
import { conflictWords } from '../../templates/words-preflight.ts';
import { writeBatchRecords } from './batch-records.ts';
import { openDataset } from './open-dataset.ts';
import { casesOf, prepareCases } from './prepare-cases.ts';
import type { Knowledge } from './prepare-run.ts';
import { casesFile, planFor, termsOf } from './prepare-run.ts';

type Asked = Omit<ComparisonRequested, 'key' | 'at'>;

interface Look {
  /** What the candidate is known not to take. */
  readonly limits: ModelLimits;
  /** What AWS says of the candidate now; `null` where nobody asks it. */
  readonly standing: Promise<CandidateStanding> | null;
}

/** What a run would take and could show, and what speaks against it: no model is asked. Throws what reading the cases throws. */
export async function estimateRun(
  asked: Asked,
  files: (folder: string) => Promise<readonly string[]>,
  concurrency: number,
  knowledge: Knowledge,
  { limits, standing }: Look = { limits: [], standing: null },
): Promise<RunEstimate> {
  const folder = await mkdtemp(join(tmpdir(), 'sundial-estimate-'));
  try {
    const [wanted, terms] = [casesOf(asked.dataset, asked.current), termsOf(knowledge)];
    await prepareCases(await files(folder), casesFile(folder), asked.sample, 1, wanted, terms);
    const breaking = caseConflicts(limits);
    const dataset = await openDataset(casesFile(folder), null, asked.dataset, (kase) => breaking.add(kase));
    const inBatch = asked.engine === 'batch';
    const prices = inBatch ? batchPrices(knowledge.prices) : knowledge.prices;
    const known = { ...knowledge, prices, listed: knowledge.prices };
    const { cases, calls, cost, power, warnings, tokens } = planFor(asked, dataset, known);
    const models = batchModels([asked.current, asked.candidate], knowledge.catalogue, []);
    const refusal = inBatch ? batchRefusal(await writeBatchRecords(dataset.read(), devNull), models) : null;
    const found = standing && candidateFindings(asked.candidate, asked.region, await standing, utcDay(knowledge.now));
    return {
      cases,
      calls,
      cost: cost.total,
      seconds: inBatch ? null : expectedSeconds({ calls, outputTokens: tokens.output, concurrency }),
      power: power.readyIfEqual,
      warnings: [
        ...(refusal === null ? [] : [refusal]),
        ...(found ? [...found.stops, ...found.warnings] : []),
        ...warnings,
        ...breaking.conflicts().map((conflict) => conflictWords(conflict, cases, asked.candidate)),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

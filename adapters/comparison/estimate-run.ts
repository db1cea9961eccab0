import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparisonRequested, RunEstimate } from '../../domain/comparison-run.ts';
import { expectedSeconds } from '../../domain/cases/expected-seconds.ts';
import { openDataset } from './open-dataset.ts';
import { casesOf, prepareCases } from './prepare-cases.ts';
import type { Knowledge } from './prepare-run.ts';
import { casesFile, planFor, termsOf } from './prepare-run.ts';

/** What a run would take and could show, from its cases alone: no model is asked. Throws what reading the cases throws. */
export async function estimateRun(
  asked: Omit<ComparisonRequested, 'key' | 'at'>,
  files: (folder: string) => Promise<readonly string[]>,
  concurrency: number,
  knowledge: Knowledge,
): Promise<RunEstimate> {
  const folder = await mkdtemp(join(tmpdir(), 'sundial-estimate-'));
  try {
    await prepareCases(
      await files(folder),
      casesFile(folder),
      asked.sample,
      1,
      casesOf(asked.dataset, asked.current),
      termsOf(knowledge),
    );
    const dataset = await openDataset(casesFile(folder), null, asked.dataset);
    const { cases, calls, cost, power, warnings, tokens } = planFor(asked, dataset, knowledge);
    return {
      cases,
      calls,
      cost: cost.total,
      seconds: expectedSeconds({ calls, outputTokens: tokens.output, concurrency }),
      power: power.readyIfEqual,
      warnings,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import type { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import type { Dataset } from '../../domain/cases/dataset.ts';
import { needsEmbedding } from '../../domain/cases/dataset.ts';
import type { CompareChoice } from './comparison-options.ts';

interface NewRun extends Pick<RunEvidence, 'current' | 'candidate' | 'region' | 'judge' | 'bertScore' | 'selection'> {
  readonly dataset: Dataset;
  /** The dataset as it was named. */
  readonly file: string;
  readonly choice: CompareChoice;
  readonly inBatch: boolean;
  readonly now: DateTime;
}

/** What makes a run that begins now repeatable. */
export function newEvidence({ dataset, file, choice, inBatch, now, ...run }: NewRun): RunEvidence {
  return {
    ...run,
    runId: randomUUID(),
    startedAt: now.toUTC().toISO() ?? '',
    dataset: { file, sha256: dataset.sha256 },
    repeats: choice.repeats,
    seed: choice.seed,
    policy: choice.policy,
    embedding: needsEmbedding(dataset) ? { modelId: choice.embedding } : null,
    volume: choice.volume,
    ...(inBatch && { engine: 'batch' as const }),
    sundial: '0.1.0',
  };
}

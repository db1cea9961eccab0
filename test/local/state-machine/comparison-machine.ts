import { answerCases } from '../../../handlers/answer-cases.ts';
import type { PartInput } from '../../../handlers/answer-cases.ts';
import { collectBatch } from '../../../handlers/collect-batch.ts';
import { concludeComparison } from '../../../handlers/conclude-comparison.ts';
import type { RunInput } from '../../../handlers/engine-ports.ts';
import type { RunFailure } from '../../../handlers/fail-comparison.ts';
import { failComparison } from '../../../handlers/fail-comparison.ts';
import { prepareComparison } from '../../../handlers/prepare-comparison.ts';
import type { BatchSide } from '../../../handlers/start-batch.ts';
import { startBatch } from '../../../handlers/start-batch.ts';
import type { ComparisonRun } from '../../../domain/comparison-run.ts';
import type { LocalFunction } from '../../../local/state-machine/lambda-tasks.ts';
import { lambdaTasks } from '../../../local/state-machine/lambda-tasks.ts';
import { readStateMachine } from '../../../local/state-machine/read-definition.ts';
import type { Surroundings } from '../../../local/state-machine/run-state-machine.ts';
import { runStateMachine } from '../../../local/state-machine/run-state-machine.ts';
import { aRun } from '../../builders/comparison.ts';
import { aMigration, utc } from '../../builders/situation.ts';
import type { Says } from '../../fakes/engine-deps.ts';
import { engineDeps } from '../../fakes/engine-deps.ts';

const machine = readStateMachine('comparison', {
  Partition: 'aws',
  PrepareComparisonFunction: 'prepare',
  AnswerCasesFunction: 'answer',
  StartBatchFunction: 'start',
  CollectBatchFunction: 'collect',
  ConcludeComparisonFunction: 'conclude',
  FailComparisonFunction: 'fail',
});

export const right: Says = (_, { expected }) => expected ?? '';

export function cases(count: number): string {
  const lines = Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `case-${n}`, prompt: `question ${n}`, expected: `answer ${n}` }),
  );
  return lines.join('\n');
}

/** A run over cases in S3, and the state machine that AWS runs, over the functions that AWS calls. */
export function aRunOf(count: number, says: Says = right, overrides: Partial<ComparisonRun> = {}) {
  const fake = engineDeps(says);
  const { deps, objects, seen, world, tokens } = fake;
  world.migrations.set(aMigration().id, aMigration());
  const told = { [aMigration().id]: { channel: 'C1', ts: '9.1', permalink: null } };
  seen.runs.set('run-1', aRun({ told, version: 1, dataset: 's3://example-corp-cases/payments.jsonl', ...overrides }));
  objects.set('example-corp-cases/payments.jsonl', cases(count));
  const functions: Record<string, LocalFunction> = {
    prepare: (input) => prepareComparison(input as unknown as RunInput, deps),
    answer: (input) => answerCases(input as unknown as PartInput, deps),
    start: (input) => startBatch(input as unknown as BatchSide, deps),
    collect: (input) => collectBatch(input as unknown as RunInput, deps),
    conclude: (input) => concludeComparison(input as unknown as RunInput, deps),
    fail: (input) => failComparison(input as unknown as RunFailure, deps),
  };
  const execute = (more: Record<string, LocalFunction> = {}, around: Partial<Surroundings> = {}) =>
    runStateMachine(
      machine,
      { runId: 'run-1' },
      {
        name: 'comparison',
        now: () => utc('2026-11-20T09:00:00Z'),
        sleep: () => Promise.resolve(),
        tokens,
        tasks: lambdaTasks({ ...functions, ...more }),
        objects: {
          read: async (bucket, key) => (await deps.objects.read(bucket, key)) ?? Promise.reject(new Error('NoSuchKey')),
          write: () => Promise.resolve(),
        },
        ...around,
      },
    );
  const run = () => seen.runs.get('run-1');
  return { ...fake, functions, execute, run };
}

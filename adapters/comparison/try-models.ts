import type { Case } from '../../domain/cases/case.ts';
import { isOutOfReach } from '../../domain/cases/model-fault.ts';
import { adaptiveLimit } from './adaptive-limit.ts';
import type { ComparisonRun } from '../../domain/comparison-run.ts';
import type { AskModel } from './converse.ts';
import type { Patience } from './patient-asking.ts';
import { askPatiently } from './patient-asking.ts';

/** A model of the run answers nobody here; nothing more was asked. The message says which, and what to do. */
export class ModelOutOfReachError extends Error {
  override readonly name = 'ModelOutOfReachError';
}

interface TriedModel {
  readonly modelId: string;
  readonly role: 'current model' | 'candidate' | 'judge';
}

export function modelsOf({
  current,
  candidate,
  judge,
}: Pick<ComparisonRun, 'current' | 'candidate' | 'judge'>): readonly TriedModel[] {
  return [
    { modelId: current, role: 'current model' },
    { modelId: candidate, role: 'candidate' },
    ...(judge === null ? [] : [{ modelId: judge, role: 'judge' } as const]),
  ];
}

/** Asks each model one case, so that a run with a model that is out of reach ends before it costs anything. */
export async function tryModels(
  models: readonly TriedModel[],
  cases: AsyncIterable<Case>,
  ask: AskModel,
  patience: Omit<Patience, 'random'>,
): Promise<void> {
  for await (const kase of cases) {
    for (const { modelId, role } of models) {
      const short = { ...patience, attempts: Math.min(3, patience.attempts), random: Math.random };
      const asked = await askPatiently(ask, modelId, kase, adaptiveLimit(1), short);
      if (asked.kind === 'failed' && isOutOfReach(asked.fault))
        throw new ModelOutOfReachError(`The ${role} ${modelId} is out of reach: ${asked.message}. ${advice[role]}`);
    }
    return;
  }
}

const advice = {
  'current model':
    'Compare from an account and Region where it still answers; answers that were kept by sundial freeze work on the command line.',
  candidate: 'Ask for access to it in this account and Region, or name an inference profile of it.',
  judge: 'Choose a judge that answers here, or none.',
} as const;

import type { TrainingDataSupport } from '../domain/custom-models/training-data.ts';
import type { HyperParameterFamily } from '../domain/custom-models/hyper-parameters.ts';

const asOf = '2026-11-21';
const guide = 'https://docs.aws.amazon.com/bedrock/latest/userguide';
const whole = (least: number, most: number) => ({ least, most, whole: true });
const real = (least: number, most: number) => ({ least, most, whole: false });
const llama = { epochCount: whole(1, 10), batchSize: whole(1, 1), learningRate: real(5e-6, 0.1) };

/** What each family of base models takes at fine-tuning, as the pages on hyperparameters say. */
export const hyperParameterFamilies: readonly HyperParameterFamily[] = [
  {
    models: ['amazon.nova-lite-v1', 'amazon.nova-micro-v1', 'amazon.nova-pro-v1'],
    asOf,
    reference: `${guide}/cm-hp-nova-mm.html`,
    takes: { epochCount: whole(1, 5), learningRate: real(1e-6, 1e-4), learningRateWarmupSteps: whole(0, 100) },
  },
  {
    models: ['amazon.titan-text-premier'],
    asOf,
    reference: `${guide}/cm-hp-titan-text.html`,
    takes: {
      epochCount: whole(1, 5),
      batchSize: whole(1, 1),
      learningRate: real(1e-7, 1e-5),
      learningRateWarmupSteps: whole(0, 20),
    },
  },
  {
    models: ['amazon.titan-text-'],
    asOf,
    reference: `${guide}/cm-hp-titan-text.html`,
    takes: {
      epochCount: whole(1, 10),
      batchSize: whole(1, 64),
      learningRate: real(0, 1),
      learningRateWarmupSteps: whole(0, 250),
    },
  },
  {
    models: ['anthropic.claude-3-'],
    asOf,
    reference: `${guide}/cm-hp-anth-claude-3.html`,
    takes: {
      epochCount: whole(1, 10),
      batchSize: whole(4, 256),
      learningRateMultiplier: real(0.1, 2),
      earlyStoppingThreshold: real(0, 0.1),
      earlyStoppingPatience: whole(1, 10),
    },
  },
  { models: ['meta.llama2'], asOf, reference: `${guide}/cm-hp-meta-llama2.html`, takes: llama },
  { models: ['meta.llama3-1'], asOf, reference: `${guide}/cm-hp-meta-llama31.html`, takes: llama },
  { models: ['meta.llama3-2'], asOf, reference: `${guide}/cm-hp-meta-llama32.html`, takes: llama },
];

/** In which form training data are taken; a family that is not named here takes either, as far as is known. */
export const trainingDataSupport: TrainingDataSupport = {
  asOf,
  reference: `${guide}/model-customization-prepare.html`,
  forms: [
    { models: ['amazon.nova-'], takes: ['conversation'] },
    { models: ['amazon.titan-text-', 'cohere.command-'], takes: ['promptCompletion'] },
    { models: ['anthropic.claude-3-'], takes: ['messages', 'conversation'] },
    { models: ['meta.llama2', 'meta.llama3-1'], takes: ['promptCompletion'] },
  ],
};

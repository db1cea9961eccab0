import { setTimeout } from 'node:timers/promises';
import type { AwsAccess } from '../adapters/aws-access.ts';
import { awsAccess } from '../adapters/aws-access.ts';
import { converse } from '../adapters/comparison/converse.ts';
import type { OpenDataset } from '../adapters/comparison/open-dataset.ts';
import { usualPatience } from '../adapters/comparison/patient-asking.ts';
import { embedBy } from '../adapters/scoring/embed-by.ts';
import type { Models } from '../handlers/answer-part.ts';
import { startSimulatedBedrock } from './aws/bedrock-runtime/simulated-bedrock.ts';
import { simulatedModels } from './aws/bedrock-runtime/simulated-models.ts';

export interface LocalModels {
  readonly inRegion: (region: string) => Models;
  /** Shows simulated models what they will be asked; real ones are shown nothing. */
  readonly learn: (dataset: OpenDataset) => Promise<void>;
  readonly notes: readonly string[];
  readonly close: () => Promise<void>;
}

const simulationNote = 'Both models are simulated on this machine: what they answered, cost and took is made up.';

const clock = () => performance.now();

/** The models that runs on this machine ask: the real Bedrock where there is access to it, simulated ones over the same protocol else. */
export async function openModels(aws: AwsAccess | undefined, latencyMs: number): Promise<LocalModels> {
  if (aws)
    return {
      inRegion: (region) => ({
        ask: converse(aws, region, clock),
        embed: embedBy(aws, region),
        patience: usualPatience,
        concurrency: 32,
      }),
      learn: () => Promise.resolve(),
      notes: [],
      close: () => Promise.resolve(),
    };

  const models = simulatedModels();
  const bedrock = await startSimulatedBedrock({ answer: (request) => models.answer(request), latencyMs });
  const credentials = { accessKeyId: 'simulated', secretAccessKey: 'simulated' };
  const access = awsAccess({ endpoint: bedrock.endpoint, credentials });
  return {
    // Few at once, so that its progress can be watched.
    inRegion: (region) => ({
      ask: converse(access, region, clock),
      embed: embedBy(access, region),
      patience: { ...usualPatience, wait: setTimeout },
      concurrency: 4,
    }),
    async learn(dataset) {
      for await (const kase of dataset.read()) models.learn(kase);
    },
    notes: [simulationNote],
    close: () => bedrock.close(),
  };
}

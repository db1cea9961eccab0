import type { DependentKind } from '../../domain/dependent.ts';
import { agents } from './agents.ts';
import type { Asking } from './asking.ts';
import { batchJobs } from './batch-jobs.ts';
import { customModelDeployments } from './custom-model-deployments.ts';
import { customModels } from './custom-models.ts';
import { customizationJobs } from './customization-jobs.ts';
import { flows } from './flows.ts';
import type { Haul } from './haul.ts';
import { importedModels } from './imported-models.ts';
import { inferenceProfiles } from './inference-profiles.ts';
import { knowledgeBases } from './knowledge-bases.ts';
import { promptRouters } from './prompt-routers.ts';
import { prompts } from './prompts.ts';
import { provisionedThroughput } from './provisioned-throughput.ts';

/** One part of a place: what reads it, and the kinds that are known whole when it was read whole. */
export interface PlacePart {
  readonly kinds: readonly DependentKind[];
  readonly read: (asking: Asking) => Promise<Haul>;
}

/** Every place where a model hides, but for use on demand, which only metrics tell. */
export const placeParts: readonly PlacePart[] = [
  { kinds: ['applicationInferenceProfile'], read: inferenceProfiles },
  { kinds: ['provisionedThroughput'], read: provisionedThroughput },
  { kinds: ['customModel'], read: customModels },
  { kinds: ['customModelDeployment'], read: customModelDeployments },
  { kinds: ['importedModel'], read: importedModels },
  { kinds: ['agent', 'agentVersion'], read: agents },
  { kinds: ['prompt'], read: prompts },
  { kinds: ['flow'], read: flows },
  { kinds: ['knowledgeBase'], read: knowledgeBases },
  { kinds: ['promptRouter'], read: promptRouters },
  { kinds: ['batchJob'], read: batchJobs },
  { kinds: ['customizationJob'], read: customizationJobs },
];

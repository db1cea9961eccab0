import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-bedrock';
import type {
  ListTagsForResourceRequest as AgentTagsRequest,
  ListTagsForResourceResponse as AgentTagsResponse,
} from '@aws-sdk/client-bedrock-agent';
import type { GetResourcesInput, GetResourcesOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import type { AwsCall, Handlers } from '../handlers.ts';
import type { Place } from './arns.ts';
import { bedrockArn, customModelArn } from './arns.ts';
import { lastRun, runArn } from './batch-jobs.ts';
import type { Held } from './estate.ts';
import type { Simulation } from './simulation.ts';
import { held } from './simulation.ts';

type Tags = Readonly<Record<string, string>>;

/** The tags of what an account holds: of one resource, and of all that have any. */
export function tagHandlers(simulation: Simulation): Handlers {
  const tagged = (place: Place): ReadonlyMap<string, Tags> =>
    new Map(resources(simulation, place).flatMap(([arn, { tags }]) => (tags ? [[arn, tags] as const] : [])));
  return {
    'bedrock:ListTagsForResource': (
      { resourceARN = '' }: ListTagsForResourceRequest,
      call: AwsCall,
    ): ListTagsForResourceResponse => ({
      tags: Object.entries(tagged(call).get(resourceARN) ?? {}).map(([key, value]) => ({ key, value })),
    }),
    'bedrock-agent:ListTagsForResource': (
      { resourceArn = '' }: AgentTagsRequest,
      call: AwsCall,
    ): AgentTagsResponse => ({ tags: { ...tagged(call).get(resourceArn) } }),
    'tag:GetResources': ({ ResourceTypeFilters: types }: GetResourcesInput, call: AwsCall): GetResourcesOutput => ({
      ResourceTagMappingList: [...tagged(call)]
        .filter(([arn]) => !types || types.some((type) => isOfType(arn, type)))
        .map(([ResourceARN, tags]) => ({
          ResourceARN,
          Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        })),
    }),
  };
}

/** A filter is a service, or a service and a type of resource: `bedrock:agent`. */
function isOfType(arn: string, type: string): boolean {
  const [, , service, , , resource = ''] = arn.split(':');
  return type === service || type === `${service ?? ''}:${resource.split('/')[0] ?? ''}`;
}

function resources(simulation: Simulation, place: Place): readonly (readonly [string, Held])[] {
  const of = (kind: string, things: readonly Held[]) =>
    things.map((thing) => [bedrockArn(place, kind, thing.id), thing] as const);
  return [
    ...of('application-inference-profile', held(simulation, place, 'applicationProfiles')),
    ...of('provisioned-model', held(simulation, place, 'provisioned')),
    ...held(simulation, place, 'customModels').map(
      (model) => [customModelArn(place, model.foundationModel, model.id), model] as const,
    ),
    ...of('custom-model-deployment', held(simulation, place, 'deployments')),
    ...held(simulation, place, 'customizationJobs').map(
      (job) => [bedrockArn(place, 'model-customization-job', `${job.base}/${job.id}`), job] as const,
    ),
    ...held(simulation, place, 'nightlyJobs').map(
      (job) => [runArn(job, lastRun(simulation.now()), place), job] as const,
    ),
    ...of('imported-model', held(simulation, place, 'importedModels')),
    ...of('prompt-router', held(simulation, place, 'promptRouters')),
    ...of('agent', held(simulation, place, 'agents')),
    ...of('prompt', held(simulation, place, 'prompts')),
    ...of('flow', held(simulation, place, 'flows')),
    ...of('knowledge-base', held(simulation, place, 'knowledgeBases')),
  ];
}

import { paginateGetResources } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Asking } from './asking.ts';

export type Tags = Readonly<Record<string, string>>;

/** The tags of everything of Bedrock's in a place, by ARN: one list instead of a question for each resource. */
export async function resourceTags({ clients }: Asking): Promise<ReadonlyMap<string, Tags>> {
  const tags = new Map<string, Tags>();
  const pages = paginateGetResources(
    { client: clients.tagging },
    { ResourceTypeFilters: ['bedrock'], ResourcesPerPage: 100 },
  );
  for await (const { ResourceTagMappingList = [] } of pages)
    for (const { ResourceARN = '', Tags: pairs = [] } of ResourceTagMappingList)
      tags.set(ResourceARN, Object.fromEntries(pairs.map(({ Key = '', Value = '' }) => [Key, Value])));
  return tags;
}

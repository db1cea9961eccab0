import {
  GetDataSourceCommand,
  GetKnowledgeBaseCommand,
  paginateListDataSources,
  paginateListKnowledgeBases,
} from '@aws-sdk/client-bedrock-agent';
import type { Asking } from './asking.ts';
import type { Haul, NamedUse } from './haul.ts';
import { each, haul } from './haul.ts';
import { namedModels } from './named-models.ts';
import { everyPage } from './pages.ts';

/** Each knowledge base with the model that embeds it, and those that parse and enrich its data sources. */
export function knowledgeBases(asking: Asking): Promise<Haul> {
  return everyPage(
    paginateListKnowledgeBases({ client: asking.clients.bedrockAgent }, { maxResults: 1000 }),
    ({ knowledgeBaseSummaries = [] }) =>
      each(knowledgeBaseSummaries, ({ knowledgeBaseId = '' }) => knowledgeBase(asking, knowledgeBaseId)),
  );
}

async function knowledgeBase({ clients }: Asking, knowledgeBaseId: string): Promise<Haul> {
  const client = clients.bedrockAgent;
  const { knowledgeBase: found } = await client.send(new GetKnowledgeBaseCommand({ knowledgeBaseId }));
  const ofSources: NamedUse[] = [];
  const { failures } = await everyPage(
    paginateListDataSources({ client }, { knowledgeBaseId, maxResults: 1000 }),
    ({ dataSourceSummaries = [] }) =>
      each(dataSourceSummaries, async ({ dataSourceId }) => {
        const { dataSource } = await client.send(new GetDataSourceCommand({ knowledgeBaseId, dataSourceId }));
        ofSources.push(...namedModels(dataSource));
        return haul({});
      }),
  );

  const { knowledgeBaseArn = knowledgeBaseId, name = knowledgeBaseId } = found ?? {};
  const uses = distinct([...namedModels(found), ...ofSources]);
  return haul({ dependents: [{ kind: 'knowledgeBase', id: knowledgeBaseArn, name, uses }], failures });
}

function distinct(uses: readonly NamedUse[]): NamedUse[] {
  return [...new Map(uses.map((use) => [`${use.purpose} ${use.reference}`, use])).values()];
}

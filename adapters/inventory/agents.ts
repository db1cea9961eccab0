import {
  GetAgentCommand,
  GetAgentVersionCommand,
  paginateListAgentAliases,
  paginateListAgents,
} from '@aws-sdk/client-bedrock-agent';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { each, haul, joined, settled } from './haul.ts';
import { namedModels } from './named-models.ts';
import { everyPage } from './pages.ts';

/** Each agent's working draft, and each version that an alias points to: versions never change, so an alias pins their model. */
export function agents(asking: Asking): Promise<Haul> {
  return everyPage(
    paginateListAgents({ client: asking.clients.bedrockAgent }, { maxResults: 1000 }),
    ({ agentSummaries = [] }) => each(agentSummaries, ({ agentId = '' }) => agent(asking, agentId)),
  );
}

async function agent(asking: Asking, agentId: string): Promise<Haul> {
  return joined(await Promise.all([settled(draft(asking, agentId)), settled(pinnedVersions(asking, agentId))]));
}

async function draft({ clients }: Asking, agentId: string): Promise<Haul> {
  const { agent: found } = await clients.bedrockAgent.send(new GetAgentCommand({ agentId }));
  const { agentArn = agentId, agentName = agentId } = found ?? {};
  return haul({ dependents: [{ kind: 'agent', id: agentArn, name: agentName, uses: namedModels(found) }] });
}

async function pinnedVersions(asking: Asking, agentId: string): Promise<Haul> {
  const client = asking.clients.bedrockAgent;
  const aliases = new Map<string, string[]>();
  const { failures } = await everyPage(
    paginateListAgentAliases({ client }, { agentId, maxResults: 1000 }),
    ({ agentAliasSummaries = [] }) => {
      for (const { agentAliasName = '', routingConfiguration = [] } of agentAliasSummaries)
        for (const { agentVersion = 'DRAFT' } of routingConfiguration)
          aliases.set(agentVersion, [...(aliases.get(agentVersion) ?? []), agentAliasName]);
      return haul({});
    },
  );
  const versions = [...aliases].filter(([version]) => version !== 'DRAFT');
  const read = await each(versions, async ([agentVersion, pinnedBy]) => {
    const { agentVersion: found } = await client.send(new GetAgentVersionCommand({ agentId, agentVersion }));
    const { agentArn = agentId, agentName = agentId } = found ?? {};
    return haul({
      dependents: [
        {
          kind: 'agentVersion',
          id: `${agentArn}:${agentVersion}`,
          name: `${agentName}, version ${agentVersion}`,
          uses: namedModels(found),
          pinnedBy: pinnedBy.toSorted(),
        },
      ],
    });
  });
  return joined([read, haul({ failures })]);
}

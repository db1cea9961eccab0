import {
  GetFlowCommand,
  GetFlowVersionCommand,
  paginateListFlowAliases,
  paginateListFlows,
} from '@aws-sdk/client-bedrock-agent';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { each, haul, joined, settled } from './haul.ts';
import { namedModels } from './named-models.ts';
import { everyPage } from './pages.ts';

/** Each flow's working draft, and each version that an alias points to. */
export function flows(asking: Asking): Promise<Haul> {
  return everyPage(
    paginateListFlows({ client: asking.clients.bedrockAgent }, { maxResults: 100 }),
    ({ flowSummaries = [] }) =>
      each(flowSummaries, async ({ id = '' }) =>
        joined(await Promise.all([settled(draft(asking, id)), settled(pinnedVersions(asking, id))])),
      ),
  );
}

async function draft({ clients }: Asking, flowIdentifier: string): Promise<Haul> {
  const flow = await clients.bedrockAgent.send(new GetFlowCommand({ flowIdentifier }));
  const { arn = flowIdentifier, name = flowIdentifier } = flow;
  return haul({ dependents: [{ kind: 'flow', id: arn, name, uses: namedModels(flow.definition) }] });
}

async function pinnedVersions(asking: Asking, flowIdentifier: string): Promise<Haul> {
  const client = asking.clients.bedrockAgent;
  const aliases = new Map<string, string[]>();
  const { failures } = await everyPage(
    paginateListFlowAliases({ client }, { flowIdentifier, maxResults: 100 }),
    ({ flowAliasSummaries = [] }) => {
      for (const { name = '', routingConfiguration = [] } of flowAliasSummaries)
        for (const { flowVersion = 'DRAFT' } of routingConfiguration)
          aliases.set(flowVersion, [...(aliases.get(flowVersion) ?? []), name]);
      return haul({});
    },
  );
  const versions = [...aliases].filter(([version]) => version !== 'DRAFT');
  const read = await each(versions, async ([flowVersion, pinnedBy]) => {
    const flow = await client.send(new GetFlowVersionCommand({ flowIdentifier, flowVersion }));
    const { arn = flowIdentifier, name = flowIdentifier } = flow;
    return haul({
      dependents: [
        {
          kind: 'flow',
          id: `${arn}:${flowVersion}`,
          name: `${name}, version ${flowVersion}`,
          uses: namedModels(flow.definition),
          pinnedBy: pinnedBy.toSorted(),
        },
      ],
    });
  });
  return joined([read, haul({ failures })]);
}

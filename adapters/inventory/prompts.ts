import { GetPromptCommand, paginateListPrompts } from '@aws-sdk/client-bedrock-agent';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { each, haul } from './haul.ts';
import { namedModels } from './named-models.ts';
import { everyPage } from './pages.ts';

/** Prompts of Prompt management, with every version of each: callers name a version, and nothing says which ones they name. */
export function prompts(asking: Asking): Promise<Haul> {
  const client = asking.clients.bedrockAgent;
  return everyPage(paginateListPrompts({ client }, { maxResults: 1000 }), ({ promptSummaries = [] }) =>
    each(promptSummaries, ({ id = '' }) =>
      everyPage(paginateListPrompts({ client }, { promptIdentifier: id, maxResults: 1000 }), (page) =>
        each(page.promptSummaries ?? [], ({ version }) => promptVersion(asking, id, version)),
      ),
    ),
  );
}

async function promptVersion({ clients }: Asking, id: string, version: string | undefined): Promise<Haul> {
  const promptVersion = version === 'DRAFT' ? undefined : version;
  const prompt = await clients.bedrockAgent.send(
    new GetPromptCommand({ promptIdentifier: id, ...(promptVersion !== undefined && { promptVersion }) }),
  );
  const { arn = id, name = id } = prompt;
  const uses = namedModels(prompt.variants);
  return haul({
    links: [{ names: [arn], targets: uses.map(({ reference }) => reference) }],
    dependents: [
      { kind: 'prompt', id: arn, name: promptVersion === undefined ? name : `${name}, version ${promptVersion}`, uses },
    ],
  });
}

import { paginateListPromptRouters } from '@aws-sdk/client-bedrock';
import type { PromptRouterSummary } from '@aws-sdk/client-bedrock';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul, joined } from './haul.ts';
import { everyPage } from './pages.ts';

/** Routers send each prompt to one of several models. AWS's own are only ways to a model; a customer's is a dependent too. */
export function promptRouters({ clients }: Asking): Promise<Haul> {
  return everyPage(
    paginateListPromptRouters({ client: clients.bedrock }, { maxResults: 100 }),
    ({ promptRouterSummaries = [] }) => joined(promptRouterSummaries.map(found)),
  );
}

function found(router: PromptRouterSummary): Haul {
  const { promptRouterArn: arn = '', promptRouterName: name = arn } = router;
  const targets = (router.models ?? []).flatMap(({ modelArn }) => modelArn ?? []);
  const fallback = router.fallbackModel?.modelArn;
  const link = { names: [arn], targets: [...targets, ...(fallback ? [fallback] : [])] };
  if (router.type === 'default') return haul({ links: [link] });
  return haul({
    links: [link],
    dependents: [
      {
        kind: 'promptRouter',
        id: arn,
        name,
        uses: [
          ...targets.map((reference) => ({ reference, purpose: 'inference' as const })),
          ...(fallback ? [{ reference: fallback, purpose: 'fallback' as const }] : []),
        ],
      },
    ],
  });
}

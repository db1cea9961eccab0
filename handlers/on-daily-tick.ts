import type { HealthEvent } from '../domain/health-event.ts';
import { deps as awsDeps } from './deps.ts';
import { scheduled } from './scheduled.ts';
import { onWholeEvent } from './on-health-event.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { reconcile } from './reconcile.ts';

/** Called once a day by EventBridge Scheduler; see serverless.yml. */
export const handler = scheduled(awsDeps, onDailyTick);

/** How long the pages of one event may take to come; after that what came is acted on. */
const hoursForPages = 24;

/** Recomputes every open migration from its dates and the clock: stages change, milestones fall due, messages stay true. */
export async function onDailyTick(deps: Deps): Promise<readonly ActionDone[]> {
  const done = [...(await actOnLatePages(deps))];
  for (const { id } of await deps.store.migrations()) done.push(...(await reconcile(id, deps)));
  return done;
}

async function actOnLatePages(deps: Deps): Promise<readonly ActionDone[]> {
  const done: ActionDone[] = [];
  for (const [key, pages] of await deps.store.pagesSeenBefore(deps.now().minus({ hours: hoursForPages }))) {
    const [first] = pages;
    if (first) done.push(...(await onWholeEvent(gatheredFrom(first, pages), deps)).done);
    await deps.store.dropPages(key);
  }
  return done;
}

function gatheredFrom(first: HealthEvent, pages: readonly HealthEvent[]): HealthEvent {
  return { ...first, entities: pages.flatMap(({ entities }) => entities) };
}

import type { HealthEvent } from '../domain/health-event.ts';
import { deps as awsDeps } from './deps.ts';
import { eachInTurn } from './each-in-turn.ts';
import { scheduled } from './scheduled.ts';
import { onWholeEvent } from './on-health-event.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { readBack } from './read-back.ts';
import { reasonOf } from './reason.ts';
import { reconcile } from './reconcile.ts';
import { sparingTrackers } from './sparing-trackers.ts';
import { tellDigests } from './tell-digests.ts';

/** Some migrations could not be brought up to date; the others were. */
export class TickError extends AggregateError {
  override readonly name = 'TickError';

  constructor(faults: readonly unknown[]) {
    // One tracker that hangs is the same reason for many migrations.
    super(faults, [...new Set(faults.map((fault) => reasonOf(fault).reason))].join('\n'));
  }
}

/** Called once a day by EventBridge Scheduler; see serverless.yml. */
export const handler = scheduled(awsDeps, onDailyTick);

/** How long the pages of one event may take to come; after that what came is acted on. */
const hoursForPages = 24;

/**
 * Recomputes every open migration from its dates and the clock: who took a ticket is read back, stages change, milestones fall due,
 * messages stay true; once a week each channel gets its digest. One that fails does not stop the others; what failed is thrown when
 * all had their turn. A tracker that cannot be reached is asked once.
 */
export async function onDailyTick(given: Deps): Promise<readonly ActionDone[]> {
  const deps = sparingTrackers(given);
  const done: ActionDone[] = [];
  const faults: unknown[] = [];
  const noteDone = (more: readonly ActionDone[]) => void done.push(...more);
  const noteFault = (fault: unknown) => void faults.push(fault);
  await actOnLatePages(deps).then(noteDone, noteFault);
  for (const { id } of await deps.store.migrations()) {
    await readBack(id, deps).catch(noteFault);
    await reconcile(id, deps).then(noteDone, noteFault);
  }
  await tellDigests(deps).catch(noteFault);
  if (faults.length > 0) throw new TickError(faults);
  return done;
}

async function actOnLatePages(deps: Deps): Promise<readonly ActionDone[]> {
  const done: ActionDone[] = [];
  const late = await deps.store.pagesSeenBefore(deps.now().minus({ hours: hoursForPages }));
  await eachInTurn(late, async ([key, pages]) => {
    const [first] = pages;
    if (first) done.push(...(await onWholeEvent(gatheredFrom(first, pages), deps)).done);
    await deps.store.dropPages(key);
  });
  return done;
}

function gatheredFrom(first: HealthEvent, pages: readonly HealthEvent[]): HealthEvent {
  return { ...first, entities: pages.flatMap(({ entities }) => entities) };
}

import { createHash } from 'node:crypto';
import type { HealthEvent } from '../domain/health-event.ts';
import { assembled, communicationKey } from '../domain/health-event.ts';
import { readHealthEvent } from '../events/health-event.ts';
import { readHealthNotice } from '../events/health-notice.ts';
import { deps as awsDeps } from './deps.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { lambda } from './lambda.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { sparingTrackers } from './sparing-trackers.ts';
import { takeNotice } from './take-notice.ts';

/** Fed by rules/health-bedrock.yml through a queue. */
export const handler = lambda(awsDeps, onHealthEvent);

/** Reads an AWS Health event, waits for its other pages, and acts on the whole. Copies and repeats end here. */
export async function onHealthEvent(event: unknown, deps: Deps): Promise<Handled> {
  const page = readHealthEvent(event);
  const delivery = deliveryKey(page);
  if (await deps.store.wasDelivered(delivery)) {
    return nothingToDo(
      'handled',
      page.backup ? 'a copy for the backup Region of an event handled before' : 'delivered before',
    );
  }

  const handled = await onPage(page, deps);
  await deps.store.putDelivered(delivery, deps.now());
  return handled;
}

async function onPage(page: HealthEvent, deps: Deps): Promise<Handled> {
  if (page.totalPages === 1) return onWholeEvent(page, deps);

  const key = communicationKey(page);
  const pages = await deps.store.putPage(key, page, deps.now());
  const whole = assembled(pages);
  if (!whole) return nothingToDo('handled', `page ${page.page} of ${page.totalPages}: waiting for the other pages`);

  const handled = await onWholeEvent(whole, deps);
  await deps.store.dropPages(key);
  return handled;
}

/** Acts on an event of which every page is there, or as many as will ever come. */
export async function onWholeEvent(event: HealthEvent, deps: Deps): Promise<Handled> {
  const reading = readHealthNotice(event, deps.catalogue);
  if (reading.kind === 'nothing') return nothingToDo('ignored', reading.reason);

  const done: ActionDone[] = [];
  const sparing = sparingTrackers(deps);
  await eachInTurn(reading.notices, async (notice) => void done.push(...(await takeNotice(notice, sparing))));
  return { outcome: 'handled', reason: done.length > 0 ? null : quiet(event), notices: reading.notices, done };
}

function quiet({ statusCode }: HealthEvent): string {
  return statusCode === 'closed'
    ? 'AWS closed the event, and nothing is left to tell'
    : 'says nothing that was not told before';
}

/** The same for a repeat and for the backup Region's copy; another for an update, which says something else. */
function deliveryKey(event: HealthEvent): string {
  const { statusCode, description, entities, metadata } = event;
  const said = createHash('sha256')
    .update(JSON.stringify([statusCode, description, entities, metadata]))
    .digest('hex')
    .slice(0, 16);
  return [communicationKey(event), event.page, said].join(' ');
}

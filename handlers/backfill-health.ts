import type { HealthAnswer } from '../adapters/health-api.ts';
import { UnreadableEventError } from '../events/unreadable-event.ts';
import { deps as awsDeps } from './deps.ts';
import { healthEvents } from './health-deps.ts';
import type { Log } from './log.ts';
import { onWholeEvent } from './on-health-event.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { scheduled } from './scheduled.ts';

interface BackfillDeps extends Deps {
  readonly log: Log;
  /** Every event about Bedrock that is open now. */
  readonly healthEvents: () => Promise<HealthAnswer>;
}

/** Called once a day by EventBridge Scheduler; see infrastructure/backfill-health.yml. */
export const handler = scheduled(async () => ({ ...(await awsDeps()), healthEvents }), backfillHealth);

export interface Backfilled {
  readonly supportPlan: boolean;
  readonly events: number;
  /** Events that speak of a lifecycle and could not be read; they stay where they are. */
  readonly unreadable: readonly { readonly eventArn: string; readonly reason: string }[];
  readonly done: readonly ActionDone[];
}

const noPlan = 'health-api no support plan';

/**
 * Takes what AWS Health holds open as if EventBridge had just delivered it: what was sent before Sundial was there, or while nobody
 * listened. What was heard already changes nothing. Without a support plan this is said once, and EventBridge alone is left.
 */
export async function backfillHealth(deps: BackfillDeps): Promise<Backfilled> {
  const answer = await deps.healthEvents();
  if (answer.kind === 'noSupportPlan') {
    if (!(await deps.store.wasDelivered(noPlan)))
      deps.log.info(
        'AWS Health answers no questions without a support plan; Sundial lives on what EventBridge delivers',
      );
    await deps.store.putDelivered(noPlan, deps.now());
    return { supportPlan: false, events: 0, unreadable: [], done: [] };
  }

  const done: ActionDone[] = [];
  const unreadable: { eventArn: string; reason: string }[] = [];
  for (const event of answer.events) {
    try {
      done.push(...(await onWholeEvent(event, deps)).done);
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      unreadable.push({ eventArn: event.eventArn, reason: error.message });
      deps.log.error('An open event of AWS Health could not be read', {
        eventArn: event.eventArn,
        reason: error.message,
      });
    }
  }
  return { supportPlan: true, events: answer.events.length, unreadable, done };
}

import { readModelLifecycleChanged } from '../events/model-lifecycle-changed.ts';
import { deps as awsDeps } from './deps.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { Handled } from './handled.ts';
import { lambda } from './lambda.ts';
import type { Deps } from './ports.ts';
import type { ActionDone } from './reconcile.ts';
import { reconcile } from './reconcile.ts';
import { sparingTrackers } from './sparing-trackers.ts';
import { takeNotice } from './take-notice.ts';

/** Fed by rules/sundial-lifecycle.yml, from Sundial's own bus, through a queue. */
export const handler = lambda(awsDeps, onLifecycleChange);

/**
 * What the Bedrock API said takes the same way as what AWS Health said. Migrations of the model that the event's accounts do not
 * concern hear of it too: what it says of a Region holds for everybody.
 */
export async function onLifecycleChange(event: unknown, given: Deps): Promise<Handled> {
  const deps = sparingTrackers(given);
  const notice = readModelLifecycleChanged(event);
  const done: ActionDone[] = [];
  const tell = async () => void done.push(...(await takeNotice(notice, deps)));
  const tellOthers = async () => {
    const ofModel = (await deps.store.migrations()).filter(({ modelId }) => modelId === notice.modelId);
    await eachInTurn(ofModel, async ({ id }) => void done.push(...(await reconcile(id, deps))));
  };
  await eachInTurn([tell, tellOthers], (step) => step());
  const reason = done.length > 0 ? null : 'says nothing that was not told before';
  return { outcome: 'handled', reason, notices: [notice], done };
}

import type { MapState } from './definition.ts';
import { isDistributed } from './definition.ts';
import { runChildren } from './distributed-map.ts';
import type { Json } from './json.ts';
import type { Portion } from './map-items.ts';
import { portionsOf } from './map-items.ts';
import { runWorkflow } from './run-workflow.ts';
import { sideBySide } from './side-by-side.ts';
import { fitting } from './state-error.ts';
import type { Visit } from './visit.ts';
import { amountIn } from './visit.ts';

/** As many as AWS runs at once where nothing is said. */
const mostAtOnce = { inline: 40, distributed: 10_000 };

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html: results come in the order of the items. */
export async function runMap(map: MapState, visit: Visit): Promise<Json> {
  const portions = await portionsOf(map, visit);
  const asked = map.MaxConcurrency === undefined ? 0 : await amountIn(visit, map.MaxConcurrency, 'MaxConcurrency', 0);
  const most = isDistributed(map) ? mostAtOnce.distributed : mostAtOnce.inline;
  const limit = asked === 0 ? most : Math.min(asked, most);
  return isDistributed(map) ? runChildren(map, portions, limit, visit) : runInline(map, portions, limit, visit);
}

async function runInline(map: MapState, portions: readonly Portion[], limit: number, visit: Visit): Promise<Json> {
  const { frame } = visit;
  const results = await sideBySide(portions, limit, frame.signal, ({ input }, Index, signal) =>
    runWorkflow(map.ItemProcessor, input, { ...frame, signal, map: { Item: { Index, Value: input } } }),
  );
  return fitting(results, `the result of ${visit.name}`);
}

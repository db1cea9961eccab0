import type { HealthAnswer } from '../adapters/health-api.ts';
import type { Backfilled } from '../handlers/backfill-health.ts';
import { backfillHealth } from '../handlers/backfill-health.ts';
import type { ActionDone } from '../handlers/reconcile.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import { once } from '../handlers/once.ts';
import type { Situation } from '../domain/situation.ts';
import { inventories } from './inventories.ts';
import type { SimulatedAws } from './simulated-aws.ts';
import type { LocalSweep } from './sweeping.ts';
import { sweepAll } from './sweeping.ts';

/** What AWS does by schedule beside the daily tick, over the simulated organisation, which is started when it is first asked; `afterwards` follows a sweep. */
export function engineSweeps(
  deps: Omit<SweepDeps, 'survey' | 'announce'>,
  start: () => Promise<SimulatedAws>,
  onDone: (done: readonly ActionDone[]) => void,
  afterwards: () => Promise<void>,
) {
  let started: SimulatedAws | undefined;
  const aws = once(async () => (started = await start()));
  const told = <Result extends { readonly done: readonly ActionDone[] }>(result: Result): Result => {
    onDone(result.done);
    return result;
  };
  return {
    aws,
    async sweep(): Promise<LocalSweep> {
      const swept = told(await sweepAll({ ...deps, ...(await aws()) }));
      await afterwards();
      return swept;
    },
    backfill: async (healthEvents?: () => Promise<HealthAnswer>): Promise<Backfilled> =>
      told(await backfillHealth({ ...deps, healthEvents: healthEvents ?? (await aws()).healthEvents })),
    inventories: (situations: readonly Situation[]) => inventories(deps, situations),
    close: async (): Promise<void> => started?.close(),
  };
}

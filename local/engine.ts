import type { HealthAnswer } from '../adapters/health-api.ts';
import type { Situation } from '../domain/situation.ts';
import { allSituations } from '../handlers/answers/situations.ts';
import type { Backfilled } from '../handlers/backfill-health.ts';
import { onDailyTick } from '../handlers/on-daily-tick.ts';
import type { ActionDone } from '../handlers/reconcile.ts';
import type { Delivery } from './deliver.ts';
import { deliver, keep, receive } from './deliver.ts';
import type { LocalComparisons } from './comparisons.ts';
import { localComparisons } from './comparisons.ts';
import type { EngineSlack } from './engine-slack.ts';
import { engineSlack } from './engine-slack.ts';
import { sundialEvent } from './sundial-bus.ts';
import type { EngineCustomModels } from './engine-custom-models.ts';
import { engineCustomModels } from './engine-custom-models.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { startDynamo } from './dynamo.ts';
import { engineSweeps } from './engine-sweeps.ts';
import type { TeamInventory } from '../templates/console/team-inventory.ts';
import type { EventReport } from './event-report.ts';
import { openLocalTable } from './local-table.ts';
import type { DeadLetter } from './queue.ts';
import type { LocalDeps } from './local-deps.ts';
import { localDeps } from './local-deps.ts';
import { localQueue } from './queue.ts';
import { loadRules } from './rules.ts';
import type { SimulatedAws } from './simulated-aws.ts';
import { startSimulatedAws } from './simulated-aws.ts';
import type { EngineOptions } from './engine-options.ts';
import { openStateDirectory } from './state-directory.ts';
import { placesOf } from './places-of.ts';
import { keepToServices } from './state-services.ts';
import type { LocalSweep } from './sweeping.ts';
import type { World } from './world.ts';
import { startWorld } from './world.ts';

/** Sundial on one machine: the rules, handlers and adapters of AWS over embedded engines. */
export interface Engine {
  readonly deliver: (event: unknown) => Promise<EventReport>;
  readonly tick: () => Promise<readonly ActionDone[]>;
  /** Sweeps the simulated organisation, as AWS does by schedule. */
  readonly sweep: () => Promise<LocalSweep>;
  /** Takes what AWS Health holds open: the simulated one, where none is given. */
  readonly backfill: (healthEvents?: () => Promise<HealthAnswer>) => Promise<Backfilled>;
  /** The simulated AWS that is swept. */
  readonly aws: () => Promise<SimulatedAws>;
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  /** Takes every dead letter back into the queue and handles it. */
  readonly redrive: () => Promise<readonly EventReport[]>;
  readonly situations: () => Promise<readonly Situation[]>;
  /** What teams have beside what they must leave. */
  readonly inventories: (situations: readonly Situation[]) => Promise<readonly TeamInventory[]>;
  /** Everything done since the engine started, leftovers of a killed process included. */
  readonly done: () => readonly ActionDone[];
  /** People in Slack, and the comparisons they ask for. */
  readonly slack: Omit<EngineSlack, 'close'>;
  readonly comparisons: Pick<LocalComparisons, 'idle' | 'reportOf'>;
  readonly customModels: Omit<EngineCustomModels, 'resume' | 'close'>;
  readonly runs: () => Promise<readonly ComparisonRun[]>;
  readonly world: World;
  readonly close: () => Promise<void>;
}

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const directory = options.directory === null ? null : openStateDirectory(options.directory);
  const closing: (() => Promise<void> | void)[] = [() => directory?.release()];
  const close = async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  };

  try {
    if (directory) keepToServices(directory.path, options);
    const dynamo = await startDynamo(directory?.dynamo ?? null);
    closing.push(() => dynamo.close());
    const local = await openLocalTable(dynamo.endpoint);
    closing.push(() => local.close());
    const world = await startWorld({
      ...placesOf(options.configuration),
      directory: directory?.world ?? null,
      now: options.now,
    });
    closing.push(() => world.close());
    const done: ActionDone[] = [];
    const did = (more: readonly ActionDone[]) => done.push(...more);
    const { now, pageSize, configuration } = options;
    const comparisons = localComparisons({
      directory: directory?.path ?? null,
      deps: () => deps,
      addressOf: options.reportAt ?? (() => null),
      ...(options.answerMs !== undefined && { latencyMs: options.answerMs }),
    });
    const put = (detailType: string, detail: unknown) =>
      take(sundialEvent(detailType, detail, now())).then(() => undefined);
    const customModels = engineCustomModels(directory?.path ?? null, () => deps);
    closing.push(comparisons.close, customModels.close);
    const deps: LocalDeps = localDeps(options, { table: local.table, world, comparisons, customModels, put });
    const delivery: Delivery = {
      rules: loadRules(),
      queue: localQueue(local.table),
      deps,
      onHandled: (handled: { done: readonly ActionDone[] }) => did(handled.done),
    };
    const take = (event: unknown) => deliver(event, delivery);
    const slack = engineSlack(
      options,
      world,
      async (request) => {
        const kept = await keep(sundialEvent('Slack Request Received', request, now()), delivery);
        return () => receive(kept, delivery);
      },
      deps.log,
    );
    closing.push(() => slack.close());
    const aws = { scope: configuration.sweep, catalogue: deps.catalogue, now, pageSize, deliver: take };
    const { close: closeSweeps, ...sweeps } = engineSweeps(deps, () => startSimulatedAws(aws), did, customModels.tick);
    closing.push(closeSweeps);
    for (const message of await delivery.queue.received()) await receive(message, delivery);
    await comparisons.resume();
    await customModels.resume();

    return {
      deliver: take,
      async tick() {
        const more = await onDailyTick(deps);
        did(more);
        await customModels.tick();
        return more;
      },
      ...sweeps,
      deadLetters: () => delivery.queue.deadLetters(),
      async redrive() {
        const reports: EventReport[] = [];
        for (const letter of await delivery.queue.deadLetters())
          reports.push(await receive(await delivery.queue.revive(letter), delivery));
        return reports;
      },
      situations: () => allSituations(deps),
      slack,
      comparisons,
      customModels,
      runs: () => deps.runs.runs(),
      done: () => done,
      world,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

import type { DateTime } from 'luxon';
import type { HealthAnswer } from '../adapters/health-api.ts';
import type { Patience } from '../adapters/patience.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Situation } from '../domain/situation.ts';
import { currentSituation } from '../handlers/current-situation.ts';
import type { Backfilled } from '../handlers/backfill-health.ts';
import { onDailyTick } from '../handlers/on-daily-tick.ts';
import type { Deps } from '../handlers/ports.ts';
import type { ActionDone } from '../handlers/reconcile.ts';
import { deliver, receive } from './deliver.ts';
import { startDynamo } from './dynamo.ts';
import { engineSweeps } from './engine-sweeps.ts';
import type { TeamInventory } from '../templates/console/team-inventory.ts';
import type { EventReport } from './event-report.ts';
import { openLocalTable } from './local-table.ts';
import type { DeadLetter } from './queue.ts';
import { localDeps } from './local-deps.ts';
import { localQueue } from './queue.ts';
import { loadRules } from './rules.ts';
import type { SimulatedAws } from './simulated-aws.ts';
import { startSimulatedAws } from './simulated-aws.ts';
import { openStateDirectory } from './state-directory.ts';
import { keepToServices } from './state-services.ts';
import type { LocalSweep } from './sweeping.ts';
import type { World } from './world.ts';
import { startWorld } from './world.ts';

export interface EngineOptions {
  readonly configuration: Configuration;
  readonly now: () => DateTime;
  /** Where everything is kept; `null` keeps nothing. */
  readonly directory: string | null;
  /** Real services instead of the simulated ones. */
  readonly slack?: Service | undefined;
  readonly github?: Service | undefined;
  /** How long to wait for services that are busy or failing; the adapters' own patience where it is not given. */
  readonly patience?: Patience | undefined;
  /** The most that one page of the simulated AWS holds. */
  readonly pageSize?: number | undefined;
}

export interface Service {
  readonly token: string;
  readonly url?: string | undefined;
}

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
    if (directory) keepToServices(directory.path, { slack: placeOf(options.slack), github: placeOf(options.github) });
    const dynamo = await startDynamo(directory?.dynamo ?? null);
    closing.push(() => dynamo.close());
    const local = await openLocalTable(dynamo.endpoint);
    closing.push(() => local.close());
    const world = await startWorld({
      ...servicesOf(options.configuration),
      directory: directory?.world ?? null,
      now: options.now,
    });
    closing.push(() => world.close());

    const done: ActionDone[] = [];
    const deps = localDeps(options, local.table, world);
    const delivery = {
      rules: loadRules(),
      queue: localQueue(local.table),
      deps,
      onHandled: ({ done: more }: { done: readonly ActionDone[] }) => done.push(...more),
    };
    const take = (event: unknown) => deliver(event, delivery);
    const { now, pageSize, configuration } = options;
    const aws = { scope: configuration.sweep, catalogue: deps.catalogue, now, pageSize, deliver: take };
    const startAws = () => startSimulatedAws(aws);
    const { close: closeSweeps, ...sweeps } = engineSweeps(deps, startAws, (more) => done.push(...more));
    closing.push(closeSweeps);
    for (const message of await delivery.queue.received()) await receive(message, delivery);

    return {
      deliver: take,
      async tick() {
        const more = await onDailyTick(deps);
        done.push(...more);
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
      situations: () => situations(deps),
      done: () => done,
      world,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function placeOf(service: Service | undefined): string {
  return service ? (service.url ?? 'the public service') : 'simulated';
}

function servicesOf({ teams }: Configuration): { channels: string[]; repositories: string[] } {
  const all = [...teams.values()];
  return {
    channels: [...new Set(all.map(({ channel }) => channel))],
    repositories: [...new Set(all.map(({ tracker }) => tracker.repository))],
  };
}

async function situations(deps: Deps): Promise<Situation[]> {
  const found: Situation[] = [];
  for (const migration of await deps.store.migrations())
    found.push((await currentSituation(migration, deps)).situation);
  return found;
}

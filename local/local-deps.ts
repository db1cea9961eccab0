import { setTimeout } from 'node:timers/promises';
import { customModelMigrationStore } from '../adapters/custom-models/custom-model-migration-store.ts';
import { ledger } from '../adapters/ledger.ts';
import { runStore } from '../adapters/run-store.ts';
import { slackClient } from '../adapters/slack-client.ts';
import { slackDesk } from '../adapters/slack-desk.ts';
import { slackFallback } from '../adapters/slack-fallback.ts';
import { slackPace, unpaced } from '../adapters/slack-pace.ts';
import { slackChat } from '../adapters/slack-thread.ts';
import { store } from '../adapters/store.ts';
import type { Table } from '../adapters/table.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { priceList } from '../catalogue/price-list.ts';
import { defaultChannel } from '../domain/slack-settings.ts';
import type { CustomModelMigrations, CustomModelTellingDeps } from '../handlers/custom-models/recustomise-ports.ts';
import type { Comparisons } from '../handlers/ports.ts';
import type { SlackDeps } from '../handlers/slack-ports.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import type { EngineOptions } from './engine-options.ts';
import { localTickets } from './local-tickets.ts';
import { singleProcessLedger } from './single-process-ledger.ts';
import type { World } from './world.ts';

/** What handlers need on one machine. */
export type LocalDeps = SlackDeps & Omit<CustomModelTellingDeps, 'store'> & Omit<SweepDeps, 'survey' | 'announce'>;

/** What the engine itself brings. */
interface Engines {
  readonly table: Table;
  readonly world: World;
  readonly comparisons: Comparisons;
  readonly customModels: { readonly models: CustomModelMigrations };
  /** Puts one of Sundial's own events on its bus. */
  readonly put: (detailType: string, detail: unknown) => Promise<void>;
}

/** What handlers need, over the embedded engines; the counterpart of handlers/deps.ts on AWS. */
export function localDeps(
  { configuration, now, slack, github, trackerTokens, patience }: EngineOptions,
  { table, world, comparisons, customModels, put }: Engines,
): LocalDeps {
  const workspace = slack ?? { token: world.slackToken, url: world.slackApiUrl };
  const client = slackClient({ token: workspace.token, ...(workspace.url && { apiUrl: workspace.url }) });
  const places = slack ? {} : { answersAt: world.slackAnswersAt, filesAt: world.slackFilesAt };
  // Only the public Slack counts messages.
  const pace = slack && !slack.url ? slackPace({ now: () => performance.now(), wait: setTimeout }) : unpaced;
  return {
    now,
    catalogue,
    configuration,
    store: store(table),
    runs: runStore(table),
    customModelMigrations: customModelMigrationStore(table),
    announceCustomModel: (detail) => put('Custom Model Migration Changed', detail),
    // The directory's lock lets one process run at a time, so a claim found unsettled is a dead process's.
    ledger: singleProcessLedger(ledger(table, { now, seconds: 0 })),
    chat: slackFallback(slackChat(client, patience, pace), defaultChannel(configuration)),
    desk: slackDesk(client, { token: workspace.token, ...places }, patience),
    tickets: localTickets({ github, trackerTokens, patience, now }, world),
    comparisons,
    customModels: customModels.models,
    batchRegion: null,
    requestComparison: (detail) => put('Comparison Requested', detail),
    announceComparison: (detail) => put('Comparison Concluded', detail),
    publish: (detail) => put('Migration Changed', detail),
    prices: priceList,
    // What could not be read stands in the store, and is shown from there.
    log: { info: () => undefined, error: () => undefined },
  };
}

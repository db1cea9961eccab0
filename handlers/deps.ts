import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DateTime } from 'luxon';
import { customModelMigrationStore } from '../adapters/custom-models/custom-model-migration-store.ts';
import { ledger } from '../adapters/ledger.ts';
import { defaultPatience } from '../adapters/patience.ts';
import { runStore } from '../adapters/run-store.ts';
import { store } from '../adapters/store.ts';
import { table } from '../adapters/table.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { priceList } from '../catalogue/price-list.ts';
import type { ComparisonRequested } from '../domain/comparison-run.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { MigrationChanged } from '../domain/migration-changed.ts';
import { defaultChannel } from '../domain/slack-settings.ts';
import type { SharedRunStore } from './comparison-ports.ts';
import type { CustomModelMigrationStore } from './custom-models/recustomise-ports.ts';
import type { DeadLetters, Delivery } from './lambda.ts';
import { jsonLog } from './log.ts';
import { onDemand } from './on-demand.ts';
import { unpacked } from './packaged-configuration.ts';
import type { Chat, Deps } from './ports.ts';
import { secret, setting, slackAddresses, trackerAddress, trackerCredential } from './settings.ts';
import type { SweepStore } from './sweep-ports.ts';
import { trackerTickets } from './tracker-tickets.ts';

/** What is remembered beside what every handler needs. */
export interface Stores {
  readonly store: SweepStore;
  readonly runs: SharedRunStore;
  readonly customModelMigrations: CustomModelMigrationStore;
}

/** The composition root on AWS: the only place that reads the clock and the environment. serverless.yml sets what is read here. */
export async function deps(): Promise<Deps & Delivery & Stores> {
  const now = () => DateTime.utc();
  const items = table(new DynamoDBClient({}), setting('SUNDIAL_TABLE'));
  return {
    now,
    catalogue,
    prices: priceList,
    configuration: await configuration(),
    store: store(items),
    runs: runStore(items),
    customModelMigrations: customModelMigrationStore(items),
    ledger: ledger(items, { now, seconds: Number(setting('SUNDIAL_LEASE_SECONDS')) }),
    chat: onDemand(chat, { post: true, findPosted: true, update: true, reply: true, findReply: true }),
    tickets: trackerTickets({ credential: trackerCredential, address: trackerAddress, now }),
    ...onDemand(bus, { publish: true, requestComparison: true }),
    deadLetters: onDemand(deadLetters, { send: true }),
    log: jsonLog((line) => process.stdout.write(line)),
    maxReceiveCount: Number(setting('SUNDIAL_MAX_RECEIVE_COUNT')),
  };
}

/** Written by `npm run package` from sundial.yml, beside the bundle. */
export async function configuration(): Promise<Configuration> {
  const path = join(process.env['LAMBDA_TASK_ROOT'] ?? '.', '.build', 'sundial.json');
  return unpacked(await readFile(path, 'utf8'));
}

async function chat(): Promise<Chat> {
  const { slackChat } = await import('../adapters/slack-thread.ts');
  const { slackClient } = await import('../adapters/slack-client.ts');
  const { slackFallback } = await import('../adapters/slack-fallback.ts');
  const { slackPace } = await import('../adapters/slack-pace.ts');
  const client = slackClient({ token: await secret('SUNDIAL_SLACK_TOKEN_PARAMETER'), ...slackAddresses() });
  const pace = slackPace({ now: () => performance.now(), wait: setTimeout });
  return slackFallback(slackChat(client, defaultPatience, pace), defaultChannel(await configuration()));
}

async function bus() {
  const { eventBus } = await import('../adapters/event-bus.ts');
  const put = eventBus(setting('SUNDIAL_BUS'));
  return {
    publish: (detail: MigrationChanged) => put([{ detailType: 'Migration Changed', detail }]),
    requestComparison: (detail: ComparisonRequested) => put([{ detailType: 'Comparison Requested', detail }]),
  };
}

async function deadLetters(): Promise<DeadLetters> {
  const { deadLetterQueue } = await import('../adapters/dead-letter-queue.ts');
  return deadLetterQueue({
    sourceUrl: setting('SUNDIAL_QUEUE_URL'),
    deadLetterUrl: setting('SUNDIAL_DEAD_LETTER_QUEUE_URL'),
  });
}

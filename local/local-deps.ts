import { githubClient } from '../adapters/github-client.ts';
import { githubIssues } from '../adapters/github-issues.ts';
import { ledger } from '../adapters/ledger.ts';
import { slackClient } from '../adapters/slack-client.ts';
import { slackChat } from '../adapters/slack-thread.ts';
import { store } from '../adapters/store.ts';
import type { Table } from '../adapters/table.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import { priceList } from '../catalogue/price-list.ts';
import type { EngineOptions } from './engine.ts';
import type { World } from './world.ts';

/** What handlers need, over the embedded engines; the counterpart of handlers/deps.ts on AWS. */
export function localDeps(
  { configuration, now, slack, github, patience }: EngineOptions,
  table: Table,
  world: World,
): Omit<SweepDeps, 'survey' | 'announce'> {
  const chat = slack ?? { token: world.slackToken, url: world.slackApiUrl };
  const tracker = github ?? { token: world.githubToken, url: world.githubApiUrl };
  return {
    now,
    catalogue,
    configuration,
    store: store(table),
    // The directory's lock lets one process run at a time, so a claim found unsettled is a dead process's.
    ledger: ledger(table, { now, seconds: 0 }),
    chat: slackChat(slackClient({ token: chat.token, ...(chat.url && { apiUrl: chat.url }) }), patience),
    tickets: githubIssues(
      githubClient({ token: tracker.token, ...(tracker.url && { baseUrl: tracker.url }) }),
      patience,
    ),
    // On one machine nobody subscribes to Sundial's bus; the event is made all the same, so that a fault in it shows.
    publish: () => Promise.resolve(),
    prices: priceList,
    // What could not be read stands in the store, and is shown from there.
    log: { info: () => undefined, error: () => undefined },
  };
}

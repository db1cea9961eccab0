import type { DateTime } from 'luxon';
import type { AuditEntry } from '../domain/audit.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { HealthEvent } from '../domain/health-event.ts';
import type { Inventory, ModelQuota } from '../domain/inventory.ts';
import type { Withdrawal, Word } from '../domain/lifecycle.ts';
import type { MigrationChanged } from '../domain/migration-changed.ts';
import type { Migration, ThreadRef, TicketRef } from '../domain/migration.ts';
import type { PriceList } from '../domain/price-list.ts';
import type { Tracker } from '../domain/tracker.ts';
import type { Heard, JobRecord } from '../domain/situation.ts';
import type { HomeView, ModalView } from '@slack/types';
import type { ComparisonRequested, ComparisonRun, RunEstimate } from '../domain/comparison-run.ts';
import type { Message } from '../templates/message.ts';
import type { CustomModelMigrationStore } from './custom-models/recustomise-ports.ts';
import type { Tickets } from './ticket-ports.ts';

/** What is remembered, as far as handlers need it. */
export interface Store {
  /** Keeps a word unless a newer one of the same source is kept already. */
  readonly putWords: (words: readonly Word[]) => Promise<void>;
  readonly putWithdrawals: (withdrawals: readonly Withdrawal[]) => Promise<void>;
  readonly putJob: (job: JobRecord) => Promise<void>;
  readonly heard: (modelId: string) => Promise<Heard>;
  readonly putWatcher: (modelId: string, watcher: string) => Promise<void>;
  readonly removeWatcher: (modelId: string, watcher: string) => Promise<void>;
  /** Writes a line of the audit trail, once. */
  readonly putAudit: (entry: AuditEntry) => Promise<void>;
  readonly audit: (about: string) => Promise<readonly AuditEntry[]>;
  readonly migration: (id: string) => Promise<Migration | null>;
  readonly migrations: () => Promise<readonly Migration[]>;
  /** Writes over the version read; `false` where somebody else wrote first. */
  readonly putMigration: (migration: Migration) => Promise<boolean>;
  /** Keeps a page and answers every page of its communication, this one too. */
  readonly putPage: (key: string, page: HealthEvent, seenAt: DateTime) => Promise<readonly HealthEvent[]>;
  readonly pagesSeenBefore: (instant: DateTime) => Promise<ReadonlyMap<string, readonly HealthEvent[]>>;
  readonly dropPages: (key: string) => Promise<void>;
  readonly wasDelivered: (key: string) => Promise<boolean>;
  readonly putDelivered: (key: string, at: DateTime) => Promise<void>;
  /** Remembers when a form was asked to be filled, an ISO instant in UTC; `false` where it was asked for again later. */
  readonly putFormAsked: (viewId: string, at: string) => Promise<boolean>;
  /** Every dependent that was ever seen on a model, and its use; which ones are still there, coverage tells. */
  readonly inventory: (modelId: string) => Promise<Pick<Inventory, 'dependents' | 'usage'>>;
  /** How much of an account's Regions sweeps have seen. */
  readonly coverage: (account: string) => Promise<readonly Coverage[]>;
  readonly quotas: (modelId: string) => Promise<readonly ModelQuota[]>;
}

/** What came of an action, kept so that a repeated action answers the same. */
export type Outcome = TicketRef | ThreadRef | null;

export type Claim =
  | { readonly kind: 'mine'; readonly again: boolean }
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  | { readonly kind: 'held' };

/** The ledger of actions: each key is claimed before the act and settled after it. */
export interface Ledger {
  readonly claim: (key: string) => Promise<Claim>;
  readonly settle: (key: string, outcome: Outcome) => Promise<void>;
  /** Gives up a claim whose act failed, so that a retry need not wait for its lease. */
  readonly release: (key: string) => Promise<void>;
}

/** A PNG file, with what it shows in words. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly altText: string;
}

/** Slack, as far as actions need it. `key` travels with what is posted, so that it can be found again after a crash. */
export interface Chat {
  readonly post: (channel: string, key: string, message: Message) => Promise<ThreadRef>;
  readonly findPosted: (channel: string, key: string) => Promise<ThreadRef | null>;
  readonly update: (thread: ThreadRef, message: Message) => Promise<void>;
  /** The reply itself, by which it can be edited. */
  readonly reply: (thread: ThreadRef, key: string, message: Message) => Promise<ThreadRef>;
  readonly findReply: (thread: ThreadRef, key: string) => Promise<ThreadRef | null>;
}

/** What Slack is asked beside threads and their messages. */
export interface SlackDesk {
  /** The channel sees it where `share` is set. */
  readonly respond: (responseUrl: string, message: Message, how: { share: boolean }) => Promise<void>;
  /** Says something to one person alone, in a channel that they are in. */
  readonly whisper: (channel: string, user: string, message: Message) => Promise<void>;
  readonly updateView: (viewId: string, view: ModalView) => Promise<void>;
  readonly publishHome: (user: string, view: HomeView) => Promise<void>;
  /** Ids and names (without `#`) of the channels that a person is in. */
  readonly channelsOf: (user: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Shows a picture in a thread, once for a key. */
  readonly attach: (thread: ThreadRef, key: string, picture: Picture) => Promise<void>;
  /** A file that somebody gave in a form. */
  readonly download: (fileId: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Ids of the people in a user group. */
  readonly membersOf: (userGroup: string) => Promise<readonly string[]>;
}

/** Runs of comparisons, each kept from its request to its end. */
export interface RunStore {
  readonly run: (runId: string) => Promise<ComparisonRun | null>;
  readonly runs: () => Promise<readonly ComparisonRun[]>;
  /** Writes over the version read; `false` where somebody else wrote first. */
  readonly putRun: (run: ComparisonRun) => Promise<boolean>;
}

/** What runs a comparison: a state machine on AWS, this process on one machine. Starting a run that was started changes nothing. */
export interface Comparisons {
  readonly start: (run: ComparisonRun) => Promise<void>;
  readonly cancel: (runId: string) => Promise<void>;
  readonly estimate: (asked: Omit<ComparisonRequested, 'key' | 'at'>) => Promise<RunEstimate>;
  /** Keeps cases that somebody uploaded, and answers the address that a request names them by. */
  readonly keepDataset: (name: string, bytes: Uint8Array) => Promise<string>;
}

/** Everything a handler needs of the world. */
export interface Deps {
  readonly now: () => DateTime;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly chat: Chat;
  /** Any of a team's trackers. */
  readonly tickets: (tracker: Tracker) => Tickets;
  readonly publish: (event: MigrationChanged) => Promise<void>;
  /** Puts `Comparison Requested` on Sundial's bus. */
  readonly requestComparison: (detail: ComparisonRequested) => Promise<void>;
  /** Absent where no prices are known. */
  readonly prices?: PriceList;
  /** Absent where no custom models are kept. */
  readonly customModelMigrations?: CustomModelMigrationStore;
}

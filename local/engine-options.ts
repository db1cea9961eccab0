import type { DateTime } from 'luxon';
import type { Patience } from '../adapters/patience.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Tracker } from '../domain/tracker.ts';

export interface EngineOptions {
  readonly configuration: Configuration;
  readonly now: () => DateTime;
  /** Where everything is kept; `null` keeps nothing. */
  readonly directory: string | null;
  /** Real services instead of the simulated ones. */
  readonly slack?: SlackService | undefined;
  readonly github?: Service | undefined;
  /** Credentials of other trackers, as docs/trackers.md says what each asks for. */
  readonly trackerTokens?: TrackerTokens | undefined;
  /** How long to wait for services that are busy or failing; the adapters' own patience where it is not given. */
  readonly patience?: Patience | undefined;
  /** The most that one page of the simulated AWS holds. */
  readonly pageSize?: number | undefined;
  /** Where a person opens the report of a run; `null` where nothing serves it. */
  readonly reportAt?: ((runId: string) => string | null) | undefined;
  /** How long a simulated model takes to answer. */
  readonly answerMs?: number | undefined;
}

/** By kind of tracker; the simulated GitHub stands in for those without. */
export type TrackerTokens = Readonly<Partial<Record<TokenTracker, string>>>;
export const tokenTrackers = [
  'jira',
  'servicenow',
  'pagerduty',
  'webhook',
] as const satisfies readonly Tracker['kind'][];
export type TokenTracker = (typeof tokenTrackers)[number];

export interface Service {
  readonly token: string;
  readonly url?: string | undefined;
}

/** A real workspace, and how its requests are taken; without that Sundial speaks there and does not listen. */
export interface SlackService extends Service {
  readonly receiving?:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number }
    | undefined;
}

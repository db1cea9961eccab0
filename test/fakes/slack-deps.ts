import type { HomeView, ModalView } from '@slack/types';
import type { ComparisonRequested, ComparisonRun } from '../../domain/comparison-run.ts';
import type { RunShare } from '../../domain/comparison-runs.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { SlackDeps } from '../../handlers/slack-ports.ts';
import type { Message } from '../../templates/message.ts';
import { rememberingDeps } from './remembering-deps.ts';

/** What a person was told, and how. */
export interface Told {
  readonly to: string;
  readonly message: Message;
  readonly share: boolean;
}

/** A world in memory in which people ask: what they are told, shown and asked for is remembered. */
export function slackDeps(configuration?: Configuration) {
  const { deps, world } = rememberingDeps();
  const runs = new Map<string, ComparisonRun>();
  const shares = new Map<string, RunShare[]>();
  const slack = {
    told: [] as Told[],
    views: new Map<string, ModalView>(),
    homes: new Map<string, HomeView>(),
    channels: [] as { id: string; name: string }[],
    groups: new Map<string, readonly string[]>(),
    files: new Map<string, { name: string; bytes: Uint8Array }>(),
    kept: [] as string[],
    asked: [] as ComparisonRequested[],
    cancelled: [] as string[],
    batchRegion: null as string | null,
    estimateFault: null as Error | null,
    runs,
  };
  const all: SlackDeps = {
    ...deps,
    configuration: configuration ?? deps.configuration,
    desk: {
      respond: (to, message, { share }) => {
        slack.told.push({ to, message, share });
        return Promise.resolve();
      },
      whisper: (channel, user, message) => {
        slack.told.push({ to: `${channel} ${user}`, message, share: false });
        return Promise.resolve();
      },
      updateView: (id, view) => {
        slack.views.set(id, view);
        return Promise.resolve();
      },
      publishHome: (user, view) => {
        slack.homes.set(user, view);
        return Promise.resolve();
      },
      channelsOf: () => Promise.resolve(slack.channels),
      membersOf: (group) => Promise.resolve(slack.groups.get(group) ?? []),
      attach: () => Promise.resolve(),
      download: (id) => {
        const file = slack.files.get(id);
        return file ? Promise.resolve(file) : Promise.reject(new Error(`no file ${id}`));
      },
    },
    runs: {
      run: (id) => Promise.resolve(runs.get(id) ?? null),
      runs: () => Promise.resolve([...runs.values()]),
      putRun: (run) => {
        if ((runs.get(run.runId)?.version ?? 0) !== run.version) return Promise.resolve(false);
        runs.set(run.runId, { ...run, version: run.version + 1 });
        return Promise.resolve(true);
      },
      putShare: (id, share) => {
        shares.set(id, [...(shares.get(id) ?? []).filter(({ part }) => part !== share.part), share]);
        return Promise.resolve();
      },
      shares: (id) => Promise.resolve(shares.get(id) ?? []),
    },
    get batchRegion() {
      return slack.batchRegion;
    },
    comparisons: {
      start: () => Promise.resolve(),
      cancel: (id) => {
        slack.cancelled.push(id);
        return Promise.resolve();
      },
      estimate: () =>
        slack.estimateFault
          ? Promise.reject(slack.estimateFault)
          : Promise.resolve({ cases: 50, calls: 100, cost: 0.42, seconds: 30, power: 0.8, warnings: [] }),
      keepDataset: (name) => {
        slack.kept.push(name);
        return Promise.resolve(`s3://sundial-cases/${name}`);
      },
    },
    requestComparison: (detail) => {
      slack.asked.push(detail);
      return Promise.resolve();
    },
    announceComparison: () => Promise.resolve(),
    log: { info: () => undefined, error: () => undefined },
  };
  return { deps: all, world, slack };
}

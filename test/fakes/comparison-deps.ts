import type { ComparisonConcluded } from '../../domain/comparison-concluded.ts';
import type { ComparisonRun } from '../../domain/comparison-run.ts';
import type { RunShare } from '../../domain/comparison-runs.ts';
import type { ComparisonDeps } from '../../handlers/comparison-ports.ts';
import { rememberingDeps } from './remembering-deps.ts';

/** A world in memory in which comparisons are asked for, started, and told of. */
export function comparisonDeps() {
  const { deps: common, world } = rememberingDeps();
  const runs = new Map<string, ComparisonRun>();
  const shares = new Map<string, RunShare>();
  const seen = { runs, edits: [] as string[], announced: [] as ComparisonConcluded[], errors: [] as string[] };
  const attached = new Set<string>();
  let replies = 0;
  /** As in `rememberingDeps`: done, and then perhaps dead. */
  const done = <Value>(what: string, value: Value): Promise<Value> => {
    world.did.push(what);
    world.diesAfter -= 1;
    return world.diesAfter > 0 ? Promise.resolve(value) : Promise.reject(new Error('died'));
  };
  const deps: ComparisonDeps = {
    ...common,
    chat: {
      ...common.chat,
      reply: (_, key, { text }) => {
        replies += 1;
        return done(`reply ${key} ${text}`, { channel: 'C0123456789', ts: `9.${replies}`, permalink: null });
      },
      update: ({ ts }, { text }) => {
        seen.edits.push(`${ts} ${text}`);
        return Promise.resolve();
      },
    },
    runs: {
      run: (runId) => Promise.resolve(runs.get(runId) ?? null),
      runs: () => Promise.resolve([...runs.values()]),
      putRun: (run) => {
        if ((runs.get(run.runId)?.version ?? 0) !== run.version) return Promise.resolve(false);
        runs.set(run.runId, { ...run, version: run.version + 1 });
        return done(`put ${run.runId} ${run.status}`, true);
      },
      putShare: (runId, share) => {
        shares.set(`${runId} ${share.part}`, share);
        return Promise.resolve();
      },
      shares: (runId) =>
        Promise.resolve([...shares].filter(([key]) => key.startsWith(`${runId} `)).map(([, share]) => share)),
    },
    comparisons: {
      start: ({ runId }) => done(`start ${runId}`, undefined),
      cancel: (runId) => done(`cancel ${runId}`, undefined),
    },
    desk: {
      attach: (_, key, { name }) => {
        if (attached.has(key)) return Promise.resolve();
        attached.add(key);
        return done(`attach ${key} ${name}`, undefined);
      },
    },
    announceComparison: (detail) => {
      seen.announced.push(detail);
      return done(`announce ${detail.outcome}`, undefined);
    },
    log: { info: () => undefined, error: (message) => void seen.errors.push(message) },
  };
  return { deps, world, seen };
}

import type { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Coverage } from '../../domain/coverage.ts';
import type { Dependent } from '../../domain/dependent.ts';
import type { Migration } from '../../domain/migration.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import type { Tracker } from '../../domain/tracker.ts';
import type { Deps, Outcome } from '../../handlers/ports.ts';
import { aConfiguration } from '../builders/configuration.ts';
import { sonnetCatalogue, utc } from '../builders/situation.ts';

/** A world in memory: what was done to it is a list, and it can be made to fail at the n-th thing done. */
export function rememberingDeps(configuration = aConfiguration()) {
  const migrations = new Map<string, Migration>();
  const watchers = new Map<string, readonly string[]>();
  const audit: AuditEntry[] = [];
  const forms = new Map<string, string>();
  const ledger = new Map<string, Outcome | undefined>();
  const world = {
    now: '2026-11-20T09:00:00Z',
    dependents: [] as Dependent[],
    usage: [] as ModelUsage[],
    coverage: [] as Coverage[],
    did: [] as string[],
    migrations,
    /** Throws after so many more things are done: the process dies with the thing done and nothing remembered of it. */
    diesAfter: Infinity,
    /** What a tracker answers instead of doing a thing. */
    trackerFails: (() => null) as (tracker: Tracker, what: string) => TrackerError | null,
    assignee: null as string | null,
    closedByHand: false,
  };
  const done = <Value>(what: string, value: Value): Promise<Value> => {
    world.did.push(what);
    world.diesAfter -= 1;
    return world.diesAfter > 0 ? Promise.resolve(value) : Promise.reject(new Error('died'));
  };
  const ticket = { key: 'example-corp/platform#1', url: 'https://github.com/example-corp/platform/issues/1' };
  const thread = { channel: 'C0123456789', ts: '1.2', permalink: null };
  const was = (what: string) => Promise.resolve(world.did.includes(what));
  const deps: Deps = {
    now: () => utc(world.now),
    catalogue: sonnetCatalogue(),
    configuration,
    store: {
      putWords: () => Promise.resolve(),
      putWithdrawals: () => Promise.resolve(),
      putJob: () => Promise.resolve(),
      putWatcher: (modelId, watcher) => {
        watchers.set(modelId, [...(watchers.get(modelId) ?? []), watcher]);
        return Promise.resolve();
      },
      removeWatcher: (modelId, watcher) => {
        watchers.set(
          modelId,
          (watchers.get(modelId) ?? []).filter((one) => one !== watcher),
        );
        return Promise.resolve();
      },
      putAudit: (entry) => {
        if (!audit.some(({ key }) => key === entry.key)) audit.push(entry);
        return Promise.resolve();
      },
      audit: (about) => Promise.resolve(audit.filter((entry) => entry.about === about)),
      heard: (modelId) =>
        Promise.resolve({ words: [], withdrawals: [], jobs: [], watchers: watchers.get(modelId) ?? [] }),
      migration: (id) => Promise.resolve(migrations.get(id) ?? null),
      migrations: () => Promise.resolve([...migrations.values()]),
      putMigration: (migration) => {
        if ((migrations.get(migration.id)?.version ?? 0) !== migration.version) return Promise.resolve(false);
        migrations.set(migration.id, { ...migration, version: migration.version + 1 });
        return Promise.resolve(true);
      },
      putPage: () => Promise.resolve([]),
      pagesSeenBefore: () => Promise.resolve(new Map()),
      dropPages: () => Promise.resolve(),
      wasDelivered: () => Promise.resolve(false),
      putDelivered: () => Promise.resolve(),
      putFormAsked: (viewId, at) => {
        const isNewest = (forms.get(viewId) ?? '') <= at;
        if (isNewest) forms.set(viewId, at);
        return Promise.resolve(isNewest);
      },
      inventory: (modelId) =>
        Promise.resolve({
          dependents: world.dependents.filter(({ uses }) => uses.some(({ modelIds }) => modelIds.includes(modelId))),
          usage: world.usage.filter((one) => one.modelId === modelId),
        }),
      coverage: (account) => Promise.resolve(world.coverage.filter((one) => one.account === account)),
      quotas: () => Promise.resolve([]),
    },
    ledger: {
      claim: (key) => {
        const outcome = ledger.get(key);
        if (outcome !== undefined) return Promise.resolve({ kind: 'settled', outcome });
        const again = ledger.has(key);
        ledger.set(key, undefined);
        return Promise.resolve({ kind: 'mine', again });
      },
      settle: (key, outcome) => {
        ledger.set(key, outcome);
        return Promise.resolve();
      },
      // A process that dies releases nothing.
      release: () => Promise.resolve(),
    },
    chat: {
      post: (channel, key) => done(`post ${channel} ${key}`, thread),
      findPosted: async (channel, key) => ((await was(`post ${channel} ${key}`)) ? thread : null),
      update: () => Promise.resolve(),
      reply: (_, key, { text }) => done(`reply ${key} ${text}`, thread),
      findReply: (_, key) =>
        Promise.resolve(world.did.some((what) => what.startsWith(`reply ${key} `)) ? thread : null),
    },
    tickets: (tracker) => {
      const where = tracker.kind === 'github' ? '' : ` in ${tracker.kind}`;
      const ref = where === '' ? ticket : { key: tracker.kind, url: `https://${tracker.kind}.test/1` };
      const tried = <Value>(what: string, value: Value): Promise<Value> => {
        const fault = world.trackerFails(tracker, what);
        return fault ? Promise.reject(fault) : done(`${what}${where}`, value);
      };
      return {
        open: (key) => tried(`open ${key}`, ref),
        find: async (key) => ((await was(`open ${key}${where}`)) ? ref : null),
        update: () => {
          const fault = world.trackerFails(tracker, 'update');
          return fault ? Promise.reject(fault) : Promise.resolve();
        },
        comment: (_, key) => tried(`comment ${key}`, undefined),
        findComment: (_, key) => was(`comment ${key}${where}`),
        link: (_, parent) => tried(`link to ${parent.key}`, undefined),
        close: () => (isClosed(world.did) ? Promise.resolve() : tried('close', undefined)),
        reopen: () => (isClosed(world.did) ? tried('reopen', undefined) : Promise.resolve()),
        readBack: () => {
          const fault = world.trackerFails(tracker, 'readBack');
          const seen = { assignee: world.assignee, closed: world.closedByHand || isClosed(world.did) };
          return fault ? Promise.reject(fault) : Promise.resolve(seen);
        },
        check: () => Promise.resolve([]),
      };
    },
    requestComparison: ({ key }) => {
      world.did.push(`compare ${key}`);
      return Promise.resolve();
    },
    publish: ({ change }) => {
      world.did.push(`event ${change}`);
      return Promise.resolve();
    },
  };
  return { deps, world };
}

function isClosed(did: readonly string[]): boolean {
  return did.filter((what) => what === 'close').length > did.filter((what) => what === 'reopen').length;
}

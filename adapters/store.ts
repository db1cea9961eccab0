import type { DateTime } from 'luxon';
import type { HealthEvent } from '../domain/health-event.ts';
import type { Withdrawal, Word } from '../domain/lifecycle.ts';
import type { Migration } from '../domain/migration.ts';
import { undecided } from '../domain/decisions.ts';
import type { Heard, JobRecord } from '../domain/situation.ts';
import { auditStore } from './audit-store.ts';
import { inventoryStore } from './inventory-store.ts';
import { keyPart } from './item-key.ts';
import { keepWords, modelKey, wordsIn } from './stored-words.ts';
import type { Item, Table } from './table.ts';
import { putVersioned } from './versioned.ts';

/** Deliveries are remembered for longer than AWS Health keeps events (90 days). */
const daysToRememberDeliveries = 120;
/** Nobody has a form open for longer. */
const secondsToRememberForms = 86_400;

const migrations = 'MIGRATIONS';
const pendingPages = 'PAGES';

/**
 * What Sundial remembers, in one table. Items: `MODEL#id` holds each source's word by Region and date, withdrawals, jobs and watchers;
 * `MIGRATIONS` each migration; `PAGES` pages still waiting; `DELIVERY#key` what was handled; `FORM#view` when it was last
 * asked to be filled; what sweeps saw stands in inventory-store.ts.
 */
export function store(table: Table) {
  return {
    ...inventoryStore(table),
    ...auditStore(table),
    putWords: (words: readonly Word[]) => keepWords(table, words),
    async putWithdrawals(withdrawals: readonly Withdrawal[]): Promise<void> {
      for (const withdrawal of withdrawals) {
        const [pk, sk] = [modelKey(withdrawal.modelId), `WITHDRAWAL#${keyPart(withdrawal.region)}`];
        const known = (await table.get(pk, sk))?.['withdrawal'] as Withdrawal | undefined;
        const kept = known?.withdrawn === withdrawal.withdrawn ? known : withdrawal;
        const order = { confirmedAt: withdrawal.asOf };
        const newer = 'attribute_not_exists(pk) OR confirmedAt < :confirmedAt';
        await table.put({ pk, sk, ...order, withdrawal: kept }, { expression: newer, values: colons(order) });
      }
    },
    async putJob(job: JobRecord): Promise<void> {
      await table.put({ pk: modelKey(job.modelId), sk: jobKey(job), job });
    },
    /** Names one who wants to be called when there is news of the model. */
    async putWatcher(modelId: string, watcher: string): Promise<void> {
      await table.put({ pk: modelKey(modelId), sk: `WATCHER#${keyPart(watcher)}`, watcher });
    },
    async removeWatcher(modelId: string, watcher: string): Promise<void> {
      await table.remove(modelKey(modelId), `WATCHER#${keyPart(watcher)}`);
    },
    async heard(modelId: string): Promise<Heard> {
      const items = await table.query(modelKey(modelId));
      return {
        words: items.flatMap(wordsIn),
        withdrawals: of(items, 'withdrawal'),
        jobs: of(items, 'job'),
        watchers: of(items, 'watcher'),
      };
    },

    async migration(id: string): Promise<Migration | null> {
      return migrationIn(await table.get(migrations, keyPart(id)));
    },
    async migrations(): Promise<readonly Migration[]> {
      return (await table.query(migrations)).flatMap((item) => migrationIn(item) ?? []);
    },
    async putMigration(migration: Migration): Promise<boolean> {
      return putVersioned(table, { pk: migrations, sk: keyPart(migration.id) }, 'migration', migration);
    },

    async putPage(key: string, page: HealthEvent, seenAt: DateTime): Promise<readonly HealthEvent[]> {
      await table.put({ pk: pendingPages, sk: pageKey(key, page), key, seenAt: seenAt.toUTC().toISO(), page });
      return of(await table.query(pendingPages, `${keyPart(key)}#`), 'page');
    },
    async pagesSeenBefore(instant: DateTime): Promise<ReadonlyMap<string, readonly HealthEvent[]>> {
      const items = await table.query(pendingPages);
      const byKey = group(items);
      const late = [...byKey].filter(([, pages]) =>
        pages.every(({ seenAt }) => String(seenAt) < (instant.toUTC().toISO() ?? '')),
      );
      return new Map(late.map(([key, pages]) => [key, of<HealthEvent>(pages, 'page')]));
    },
    async dropPages(key: string): Promise<void> {
      for (const { pk, sk } of await table.query(pendingPages, `${keyPart(key)}#`)) await table.remove(pk, sk);
    },

    async wasDelivered(key: string): Promise<boolean> {
      return (await table.get(`DELIVERY#${keyPart(key)}`, 'DELIVERY')) !== null;
    },
    async putDelivered(key: string, at: DateTime): Promise<void> {
      const expiresAt = Math.floor(at.plus({ days: daysToRememberDeliveries }).toSeconds());
      await table.put({ pk: `DELIVERY#${keyPart(key)}`, sk: 'DELIVERY', at: at.toUTC().toISO(), expiresAt });
    },
    async putFormAsked(viewId: string, at: string): Promise<boolean> {
      const expiresAt = Math.floor(Date.parse(at) / 1000) + secondsToRememberForms;
      const newest = { expression: 'attribute_not_exists(pk) OR askedAt <= :at', values: { ':at': at } };
      return table.put({ pk: `FORM#${keyPart(viewId)}`, sk: 'FORM', askedAt: at, expiresAt }, newest);
    },
  };
}

function colons(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]));
}

function of<Value>(items: readonly Item[], name: string): Value[] {
  return items.flatMap((item) => (item[name] === undefined ? [] : [item[name] as Value]));
}

function migrationIn(item: Item | null): Migration | null {
  const stored = item?.['migration'] as Migration | undefined;
  return stored ? { ...undecided, ...stored } : null;
}

function jobKey({ at, jobArn, status }: JobRecord): string {
  return ['JOB', at, keyPart(jobArn), keyPart(status)].join('#');
}

function pageKey(key: string, { page }: HealthEvent): string {
  return `${keyPart(key)}#${String(page).padStart(4, '0')}`;
}

function group(items: readonly Item[]): Map<string, Item[]> {
  const byKey = new Map<string, Item[]>();
  for (const item of items) byKey.set(String(item['key']), [...(byKey.get(String(item['key'])) ?? []), item]);
  return byKey;
}

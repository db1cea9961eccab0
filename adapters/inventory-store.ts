import type { Coverage, Place } from '../domain/coverage.ts';
import type { Dependent } from '../domain/dependent.ts';
import { modelIdsOf } from '../domain/dependent.ts';
import type { ModelQuota } from '../domain/inventory.ts';
import type { RememberedListing } from '../domain/listing-changes.ts';
import type { ModelUsage, UsageDay } from '../domain/model-usage.ts';
import type { PlaceReading } from './inventory/read-place.ts';
import { keyPart } from './item-key.ts';
import type { Table } from './table.ts';
import { absent } from './table.ts';

/** When a sweep of all accounts began, ISO, and when it was done. */
export interface SweepRecord {
  readonly startedAt: string;
  readonly concludedAt: string | null;
}

/** Dependents that nobody saw for so long are forgotten, whatever became of their place. */
const daysToRememberDependents = 400;

/** Days of use that are kept: a migration takes months, and CloudWatch is asked for one at a time. */
const mostDaysOfUse = 180;

const coverages = 'COVERAGE';
const sweeps = 'SWEEP';
const listings = 'LISTINGS';

/** Under which dependents stand whose model could not be found, or that have none. */
const noModel = 'none';

/**
 * What sweeps saw, in the same table. Items: `DEPENDENTS#model` each dependent on it, `USAGE#model` its days of use by way of calling,
 * `QUOTAS#model`, `COVERAGE` how much of each place was read, `LISTINGS` what each Region's list of models said last,
 * `SWEEP` the last sweep. Nothing is ever
 * removed because it was not seen: a dependent is gone when its kind was read whole after it was seen last.
 */
export function inventoryStore(table: Table) {
  return {
    /** Keeps a reading; its coverage comes last, so that a sweep that was cut off is not taken for a whole one. */
    async putReading({ dependents, usage, quotas, coverage, unknown }: PlaceReading): Promise<void> {
      await Promise.all([
        ...dependents.map((dependent) => putDependent(table, dependent, unknown)),
        ...usage.map((one) => putUsage(table, one)),
        ...quotas.map((quota) =>
          table.put({ pk: `QUOTAS#${keyPart(quota.modelId)}`, sk: placeKey(quota, quota.code), quota }),
        ),
      ]);
      await putCoverage(table, coverage);
    },
    async inventory(modelId: string): Promise<{ dependents: readonly Dependent[]; usage: readonly ModelUsage[] }> {
      const [dependents, usage] = await Promise.all([
        table.query(dependentsOf(modelId)),
        table.query(`USAGE#${keyPart(modelId)}`),
      ]);
      return {
        dependents: dependents.map((item) => item['dependent'] as Dependent),
        usage: usage.map((item) => item['usage'] as ModelUsage),
      };
    },
    /** Dependents without a known base model. */
    async unresolved(): Promise<readonly Dependent[]> {
      return (await table.query(dependentsOf(noModel))).map((item) => item['dependent'] as Dependent);
    },
    /** Of one account, or of all. */
    async coverage(account = ''): Promise<readonly Coverage[]> {
      const items = await table.query(coverages, account === '' ? '' : `${account}#`);
      return items.map((item) => item['coverage'] as Coverage);
    },
    async quotas(modelId: string): Promise<readonly ModelQuota[]> {
      return (await table.query(`QUOTAS#${keyPart(modelId)}`)).map((item) => item['quota'] as ModelQuota);
    },

    /** The last sweep of all accounts; `null` before the first. */
    async sweep(): Promise<SweepRecord | null> {
      return ((await table.get(sweeps, sweeps))?.['sweep'] as SweepRecord | undefined) ?? null;
    },
    async putSweep(sweep: SweepRecord): Promise<void> {
      await table.put({ pk: sweeps, sk: sweeps, sweep });
    },

    async listing(region: string): Promise<RememberedListing> {
      const item = await table.get(listings, region);
      return (item?.['listing'] as RememberedListing | undefined) ?? { region, models: {}, version: 0 };
    },
    /** Every model that some Region lists, or once listed. */
    async listings(): Promise<readonly RememberedListing[]> {
      return (await table.query(listings)).map((item) => item['listing'] as RememberedListing);
    },
    /** Writes over the version read; `false` where somebody else wrote first. */
    async putListing(listing: RememberedListing): Promise<boolean> {
      const { version } = listing;
      const condition = version === 0 ? absent : { expression: 'version = :version', values: { ':version': version } };
      const next = { ...listing, version: version + 1 };
      return table.put({ pk: listings, sk: listing.region, version: next.version, listing: next }, condition);
    },
  };
}

async function putDependent(table: Table, dependent: Dependent, unknown: PlaceReading['unknown']): Promise<void> {
  const models = modelIdsOf(dependent);
  const expiresAt = Math.floor(Date.parse(dependent.seenAt) / 1000) + daysToRememberDependents * 86_400;
  for (const modelId of models.length > 0 ? models : [noModel]) {
    const [pk, sk] = [dependentsOf(modelId), placeKey(dependent, dependent.kind, dependent.id)];
    const before =
      unknown.tags || unknown.callers ? ((await table.get(pk, sk))?.['dependent'] as Dependent | undefined) : undefined;
    const kept = {
      ...dependent,
      ...(unknown.tags && before && { tags: before.tags }),
      ...(unknown.callers && before && { callers: before.callers }),
    };
    await table.put({ pk, sk, expiresAt, dependent: kept });
  }
}

/** Days that are told again replace what was told of them; a read that overlaps the last one counts nothing twice. */
async function putUsage(table: Table, usage: ModelUsage): Promise<void> {
  const pk = `USAGE#${keyPart(usage.modelId)}`;
  const sk = placeKey(usage, usage.endpoint, usage.calledAs);
  for (;;) {
    const item = await table.get(pk, sk);
    const before = (item?.['usage'] as ModelUsage | undefined)?.days ?? [];
    const days = new Map<string, UsageDay>([...before, ...usage.days].map((day) => [day.day, day]));
    const kept = [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day)).slice(-mostDaysOfUse);
    const version = Number(item?.['version'] ?? 0);
    const condition = item ? { expression: 'version = :version', values: { ':version': version } } : absent;
    if (await table.put({ pk, sk, version: version + 1, usage: { ...usage, days: kept } }, condition)) return;
  }
}

/** A kind that was not read whole this time stays as of the time it was. */
async function putCoverage(table: Table, coverage: Coverage): Promise<void> {
  const key = { pk: coverages, sk: `${coverage.account}#${coverage.region}` };
  const before = (await table.get(key.pk, key.sk))?.['coverage'] as Coverage | undefined;
  await table.put({ ...key, coverage: { ...coverage, swept: { ...before?.swept, ...coverage.swept } } });
}

function dependentsOf(modelId: string): string {
  return `DEPENDENTS#${keyPart(modelId)}`;
}

function placeKey({ account, region }: Place, ...parts: readonly string[]): string {
  return [account, region, ...parts.map(keyPart)].join('#');
}

import type { CalendarDate } from './calendar-date.ts';
import type { Region, Withdrawal, Word } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import type { Affected, Migration, NoticeRef } from './migration.ts';
import { undecided } from './decisions.ts';
import { migrationId } from './migration.ts';
import type { Notice } from './notice.ts';

/** The words a notice adds to what is known of its model. */
export function wordsOf(notice: Notice): readonly Word[] {
  const { modelId, dates, source, asOf, sentAt, reference } = notice;
  return notice.regions.flatMap((region) =>
    (['legacy', 'extendedAccess', 'endOfLife', 'noSoonerThan'] as const).flatMap((name) => {
      const value = dates[name];
      return value ? [{ modelId, region, name, value, source, asOf, sentAt, reference }] : [];
    }),
  );
}

/** The withdrawals, or their lifting, that a notice reports. */
export function withdrawalsOf({ modelId, regions, withdrawn, source, asOf, reference }: Notice): readonly Withdrawal[] {
  return withdrawn === null
    ? []
    : regions.map((region: Region) => ({ modelId, region, withdrawn, source, asOf, reference }));
}

/** A migration nobody has been told of yet. */
export function newMigration(modelId: string, team: string, openedOn: CalendarDate): Migration {
  return {
    id: migrationId(modelId, team),
    modelId,
    team,
    status: 'open',
    statusSince: null,
    openedOn,
    affected: [],
    named: [],
    namedOnly: [],
    prices: [],
    notices: [],
    ticket: null,
    thread: null,
    told: null,
    acknowledged: null,
    ...undecided,
    ticketReadAt: null,
    version: 0,
  };
}

/** The migration with what a notice adds to it. Gathering the same notice again changes nothing, in whatever order notices come. */
export function gather(migration: Migration, notice: Notice, affected: readonly Affected[]): Migration {
  const notices = sorted(
    distinct([...migration.notices, noticeRef(notice)], (one) => JSON.stringify(one)),
    (one) => `${one.asOf} ${JSON.stringify(one)}`,
  );
  return {
    ...migration,
    affected: withAffected(migration, affected).affected,
    named: newestNamed(notices),
    namedOnly: [...new Set([...migration.namedOnly, ...notice.replacementNames])].toSorted(),
    prices: sorted(
      distinct([...migration.prices, ...notice.prices], (price) => JSON.stringify(price)),
      (price) => `${price.effective ?? ''} ${JSON.stringify(price)}`,
    ),
    notices,
  };
}

/** The migration with more accounts and Regions in which the team uses the model. */
export function withAffected(migration: Migration, affected: readonly Affected[]): Migration {
  return { ...migration, affected: sorted(uncovered(distinct([...migration.affected, ...affected], key)), key) };
}

/** Each model once, where the newest notice that names it puts it. */
function newestNamed(notices: readonly NoticeRef[]): string[] {
  return [...new Set(notices.toReversed().flatMap(({ named = [] }) => named))];
}

/** All Regions of an account stand for each of them. */
function uncovered(affected: readonly Affected[]): Affected[] {
  const everywhere = new Set(affected.filter(({ region }) => region === allRegions).map(({ account }) => account));
  return affected.filter(({ account, region }) => region === allRegions || !everywhere.has(account));
}

function noticeRef({ reference, asOf, closed, replacements, source, status }: Notice): NoticeRef {
  return {
    reference,
    asOf,
    closed,
    ...(replacements.length > 0 && { named: replacements }),
    ...(source === 'api' && { source }),
    ...(status !== undefined && { status }),
  };
}

function key({ account, region }: Affected): string {
  return `${account} ${region}`;
}

function distinct<T>(all: readonly T[], by: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [by(one), one])).values()];
}

function sorted<T>(all: readonly T[], by: (one: T) => string): T[] {
  return all.toSorted((a, b) => by(a).localeCompare(by(b)));
}

import type { DateTime } from 'luxon';
import { catalogue } from '../../catalogue/catalogue.ts';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import type { Decisions } from '../../domain/decisions.ts';
import { undecided } from '../../domain/decisions.ts';
import type { Inventory } from '../../domain/inventory.ts';
import type { Migration } from '../../domain/migration.ts';
import { migrationId } from '../../domain/migration.ts';
import type { Heard, Situation } from '../../domain/situation.ts';
import { situationOf } from '../../domain/situation.ts';
import { accounts, organisation } from '../story/organisation.ts';

/** The two people of the samples. */
export const people = [
  { id: 'U0ANA', name: 'Ana' },
  { id: 'U0BEN', name: 'Ben' },
] as const;

interface Wanted {
  readonly modelId: string;
  readonly migration?: Partial<Migration>;
  readonly heard?: Partial<Heard>;
  readonly inventory?: Inventory;
}

/** A migration of the payments team, with the true dates of its model. */
export function sampleSituation({ modelId, migration, heard, inventory }: Wanted, now: DateTime): Situation {
  const today = utcDay(now);
  const team = 'payments';
  return situationOf(
    {
      id: migrationId(modelId, team),
      modelId,
      team,
      status: 'open',
      statusSince: null,
      openedOn: plusDays(today, -43),
      affected: [
        { account: accounts.payments, region: 'eu-central-1' },
        { account: accounts.payments, region: 'us-east-1' },
      ],
      named: [],
      namedOnly: [],
      prices: [],
      notices: [],
      ticket: { key: 'example-corp/payments#1', url: 'https://github.simulated.test/example-corp/payments/issues/1' },
      thread: {
        channel: 'C0PAYMENTS',
        ts: '1791442800.000001',
        permalink: 'https://slack.simulated.test/archives/C0PAYMENTS/p1791442800000001',
      },
      told: null,
      acknowledged: null,
      ...undecided,
      ticketReadAt: null,
      version: 1,
      ...migration,
    },
    { words: [], withdrawals: [], jobs: [], ...heard },
    catalogue,
    organisation,
    now,
    inventory,
  );
}

export const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export const sonnet5 = 'anthropic.claude-sonnet-5';

/** A model that AWS took away without notice. */
export const withdrawnModel = 'anthropic.claude-fable-5';

export function withdrawnAt(now: DateTime): Partial<Heard> {
  const withdrawal = {
    modelId: withdrawnModel,
    region: 'all',
    withdrawn: true,
    source: 'health',
    asOf: `${plusDays(utcDay(now), -1)}T14:30:00.000Z`,
    reference: 'arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_OPERATIONAL_NOTIFICATION/1234',
  } as const;
  return { withdrawals: [withdrawal] };
}

/** What people may have decided about a migration, one of each. */
export function decisionsAt(now: DateTime): Pick<Decisions, 'owner' | 'snooze' | 'arrangement' | 'chosen'> {
  const at = now.toUTC().minus({ days: 1 }).toISO() ?? '';
  const today = utcDay(now);
  return {
    owner: { person: 'U0ANA', by: 'U0BEN', at },
    snooze: { until: plusDays(today, 14), reason: 'Most of the team is on leave', by: 'U0ANA', at },
    arrangement: { until: plusDays(today, 365), reason: 'Signed with the provider in October', by: 'U0ANA', at },
    chosen: { modelId: sonnet5, by: 'U0ANA', at },
  };
}

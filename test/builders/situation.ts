import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { defaultCustomModelSettings } from '../../domain/custom-models/custom-model-settings.ts';
import { DateTime } from 'luxon';
import type { Catalogue, CatalogueModel } from '../../domain/catalogue.ts';
import type { Configuration, Route } from '../../domain/configuration.ts';
import type { Inventory } from '../../domain/inventory.ts';
import { noInventory } from '../../domain/inventory.ts';
import type { DateName, Withdrawal, Word } from '../../domain/lifecycle.ts';
import type { Affected, Migration } from '../../domain/migration.ts';
import { undecided } from '../../domain/decisions.ts';
import { migrationId } from '../../domain/migration.ts';
import type { Policy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { PriceList } from '../../domain/price-list.ts';
import { defaultSlackSettings } from '../../domain/slack-settings.ts';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';
import type { Heard, Situation } from '../../domain/situation.ts';
import { situationOf } from '../../domain/situation.ts';
import type { Team } from '../../domain/team.ts';
import { noEscalation } from '../../domain/team.ts';

export const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export const sonnet5 = 'anthropic.claude-sonnet-5';
export const lifecyclePage = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html';
export const healthEvent = 'arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_OPERATIONAL_NOTIFICATION/1234';

export function utc(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: 'utc' });
}

export function aWord(name: DateName, value: string, overrides: Partial<Word> = {}): Word {
  return {
    modelId: sonnet45,
    region: 'all',
    name,
    value,
    source: 'catalogue',
    asOf: '2026-10-13',
    reference: lifecyclePage,
    ...overrides,
  };
}

/** What AWS Health said on the day Sonnet 4.5 became Legacy. */
export function saidByHealth(name: DateName, value: string, overrides: Partial<Word> = {}): Word {
  return aWord(name, value, {
    source: 'health',
    asOf: '2026-10-08T07:00:00.000Z',
    reference: healthEvent,
    ...overrides,
  });
}

export function aWithdrawal(overrides: Partial<Withdrawal> = {}): Withdrawal {
  return {
    modelId: sonnet45,
    region: 'all',
    withdrawn: true,
    source: 'health',
    asOf: '2026-11-19T14:30:00.000Z',
    reference: healthEvent,
    ...overrides,
  };
}

export function aCatalogueModel(modelId: string, overrides: Partial<CatalogueModel> = {}): CatalogueModel {
  return {
    modelId,
    name: modelId,
    provider: 'Anthropic',
    regime: 'before-2026-09-07',
    words: [],
    withdrawals: [],
    noticePeriod: '6 months',
    replacedBy: [],
    replacementReference: null,
    burndown: null,
    ...overrides,
  };
}

export function aCatalogue(...models: CatalogueModel[]): Catalogue {
  return { models, find: (modelId) => models.find((model) => model.modelId === modelId) };
}

/** Sonnet 4.5 with its true dates, and one model to move to. */
export function sonnetCatalogue(overrides: Partial<CatalogueModel> = {}): Catalogue {
  return aCatalogue(
    aCatalogueModel(sonnet45, {
      name: 'Claude Sonnet 4.5',
      words: [
        aWord('launch', '2025-09-29'),
        aWord('legacy', '2026-10-08'),
        aWord('extendedAccess', '2027-01-08'),
        aWord('endOfLife', '2027-04-08'),
      ],
      replacedBy: [sonnet5],
      replacementReference: lifecyclePage,
      ...overrides,
    }),
    aCatalogueModel(sonnet5, {
      name: 'Claude Sonnet 5',
      words: [aWord('noSoonerThan', '2027-11-02', { modelId: sonnet5 })],
    }),
  );
}

export function aTeam(overrides: Partial<Team> = {}): Team {
  return {
    name: 'payments',
    channel: '#payments',
    trackers: [{ kind: 'github', repository: 'acme/payments' }],
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    freezes: [],
    escalation: noEscalation,
    dataset: null,
    ...overrides,
  };
}

export function aMigration(overrides: Partial<Migration> = {}): Migration {
  const modelId = overrides.modelId ?? sonnet45;
  const team = overrides.team ?? 'payments';
  return {
    id: migrationId(modelId, team),
    modelId,
    team,
    status: 'open',
    statusSince: null,
    openedOn: '2026-10-08',
    affected: [
      { account: '111122223333', region: 'eu-central-1' },
      { account: '111122223333', region: 'us-east-1' },
      { account: '444455556666', region: 'us-east-1' },
    ],
    named: [],
    namedOnly: [],
    prices: [],
    notices: [{ reference: healthEvent, asOf: '2026-10-08T07:00:00.000Z', closed: false }],
    ticket: { key: 'acme/payments#12', url: 'https://github.com/acme/payments/issues/12' },
    thread: {
      channel: 'C0123456789',
      ts: '1791442800.000100',
      permalink: 'https://acme.slack.com/archives/C0123456789/p1791442800000100',
    },
    told: null,
    acknowledged: null,
    ...undecided,
    ticketReadAt: null,
    version: 1,
    ...overrides,
  };
}

export interface SituationParts {
  readonly migration?: Partial<Migration>;
  readonly heard?: Partial<Heard>;
  readonly catalogue?: Catalogue;
  readonly team?: Partial<Team>;
  readonly replacements?: ReadonlyMap<string, string>;
  readonly now?: string;
  readonly inventory?: Partial<Inventory>;
  readonly routes?: readonly Route[];
  readonly policy?: Partial<Policy>;
  readonly priceList?: PriceList;
  readonly customModels?: readonly CustomModelMigration[];
}

/** A situation as the domain itself makes it. */
export function aSituation(parts: SituationParts = {}): Situation {
  const team = aTeam(parts.team);
  const configuration: Configuration = {
    teams: new Map([[team.name, team]]),
    routes: parts.routes ?? [],
    campaigns: null,
    defaultTeam: team.name,
    policy: { ...defaultPolicy, ...parts.policy },
    replacements: parts.replacements ?? new Map<string, string>(),
    waivers: [],
    slack: defaultSlackSettings,
    sweep: defaultSweepScope,
    customModels: defaultCustomModelSettings,
  };
  return situationOf(
    aMigration({ team: team.name, ...parts.migration }),
    { words: [], withdrawals: [], jobs: [], ...parts.heard },
    parts.catalogue ?? sonnetCatalogue(),
    configuration,
    utc(parts.now ?? '2026-11-20T09:00:00Z'),
    { ...noInventory, ...parts.inventory },
    parts.priceList,
    parts.customModels,
  );
}

/** So many accounts in so many Regions, in every combination. */
export function manyAffected(accounts: number, regions: number): Affected[] {
  return Array.from({ length: accounts }, (_, account) =>
    Array.from({ length: regions }, (__, region) => ({
      account: String(100_000_000_000 + account),
      region: `ap-southeast-${region + 1}`,
    })),
  ).flat();
}

import { plusDays } from '../../domain/calendar-date.ts';
import type { Dependent, DependentKind, Purpose } from '../../domain/dependent.ts';
import type { ModelQuota } from '../../domain/inventory.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import type { Situation } from '../../domain/situation.ts';
import { toldAfter } from '../../domain/told.ts';
import { aCaller, aCoverage, aDependent, aProfile, aUsage, aUsageDay } from './dependent.ts';
import type { SituationParts } from './situation.ts';
import { aCatalogueModel, aSituation, lifecyclePage, sonnet45, sonnet5, sonnetCatalogue } from './situation.ts';

const account = '111122223333';

/** One of every kind, as the sweep finds them. */
export const everyDependent: readonly Dependent[] = [
  aDependent({
    id: `on-demand/${account}/us-east-1/us.${sonnet45}`,
    name: `us.${sonnet45}`,
    callers: [aCaller('checkout'), aCaller('refunds', { calls: 2 })],
  }),
  aProfile({ tags: { team: 'payments' } }),
  thing('provisionedThroughput', 'nightly-scoring', { committedUntil: '2027-05-20T00:00:00.000Z' }),
  thing('customModel', 'invoice-reader', { purpose: 'customization' }),
  thing('customModelDeployment', 'invoice-reader-live'),
  thing('agent', 'claims-assistant'),
  thing('agentVersion', 'claims-assistant 7', { pinnedBy: ['live'] }),
  thing('prompt', 'dunning-letter'),
  thing('flow', 'refund-review'),
  thing('knowledgeBase', 'tariff-handbook', { purpose: 'embedding' }),
  thing('promptRouter', 'cheap-first', { purpose: 'fallback' }),
  thing('batchJob', 'monthly-labels'),
  thing('customizationJob', 'invoice-reader-2', { purpose: 'customization' }),
];

/** 60 days, in which the old model falls from 900 calls a day and its replacement takes over. */
export const movingUse: readonly ModelUsage[] = [
  aUsage(
    Array.from({ length: 60 }, (_, day) =>
      aUsageDay(plusDays('2026-09-21', day), Math.max(40, 900 - Math.max(0, day - 25) * 25), {
        peakQuotaTokens: 400_000,
      }),
    ),
    { calledAs: `us.${sonnet45}`, dependentId: `on-demand/${account}/us-east-1/us.${sonnet45}` },
  ),
];
export const replacementUse: readonly ModelUsage[] = [
  aUsage(
    Array.from({ length: 30 }, (_, day) => aUsageDay(plusDays('2026-10-21', day), 20 + day * 24)),
    { modelId: sonnet5 },
  ),
];

export const replacementQuota: ModelQuota = {
  account,
  region: 'us-east-1',
  modelId: sonnet5,
  name: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 5',
  code: 'L-1A2B3C4D',
  unit: 'tokensPerMinute',
  scope: 'crossRegion',
  value: 500_000,
};

/** Sonnet 4.5 in the hands of a team that is half way, with everything the sweep can know, and one Region that it could not read. */
export function aSweptSituation(parts: SituationParts = {}): Situation {
  const burndown = { asOf: '2026-10-13', reference: lifecyclePage };
  const catalogue = sonnetCatalogue({ burndown: { output: 5, ...burndown } });
  const next = aCatalogueModel(sonnet5, {
    name: 'Claude Sonnet 5',
    burndown: { output: 10, ...burndown },
    words: catalogue.find(sonnet5)?.words ?? [],
  });
  return aSituation({
    catalogue: {
      models: [...catalogue.models.filter(({ modelId }) => modelId !== sonnet5), next],
      find: (modelId) => (modelId === sonnet5 ? next : catalogue.find(modelId)),
    },
    priceList: () => ({ input: 0.003, output: 0.015, currency: 'USD', source: 'the price list', asOf: '2026-11-01' }),
    ...parts,
    migration: {
      affected: [
        { account, region: 'us-east-1' },
        { account, region: 'eu-west-1' },
      ],
      prices: [{ input: 0.006, output: 0.03, effective: '2027-01-08' }],
      ...parts.migration,
    },
    inventory: {
      dependents: everyDependent,
      usage: movingUse,
      replacementUsage: replacementUse,
      quotas: [replacementQuota],
      coverage: [
        aCoverage(),
        aCoverage({
          region: 'eu-west-1',
          failures: [
            {
              account,
              region: 'eu-west-1',
              call: 'bedrock:ListInferenceProfiles',
              error: 'AccessDeniedException: not authorised',
            },
          ],
        }),
      ],
      ...parts.inventory,
    },
  });
}

/** The same model once everything has moved. */
export function aDoneSituation(parts: SituationParts = {}): Situation {
  const told = toldAfter(aSituation(), [], [], '');
  return aSweptSituation({
    ...parts,
    migration: { affected: [{ account, region: 'us-east-1' }], told, ...parts.migration },
    inventory: {
      dependents: [],
      usage: [aUsage([aUsageDay('2026-11-02', 12)])],
      coverage: [aCoverage()],
      ...parts.inventory,
    },
  });
}

function thing(
  kind: DependentKind,
  name: string,
  { purpose = 'inference', ...overrides }: Partial<Dependent> & { readonly purpose?: Purpose } = {},
): Dependent {
  return aDependent({
    kind,
    id: `arn:aws:bedrock:us-east-1:${account}:${kind}/${name.replaceAll(' ', '-')}`,
    name,
    uses: [{ reference: sonnet45, modelIds: [sonnet45], through: [], purpose }],
    ...overrides,
  });
}

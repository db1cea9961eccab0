import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelQuota } from '../../domain/inventory.ts';
import type { QuotaFacts } from '../../domain/quota-need.ts';
import { quotaNeeds } from '../../domain/quota-need.ts';
import { aUsage, aUsageDay } from '../builders/dependent.ts';
import { sonnet5 } from '../builders/situation.ts';

const factor = (output: number) => ({ output, asOf: '2026-10-13', reference: 'https://docs.aws.amazon.com/' });
const quota: ModelQuota = {
  account: '111122223333',
  region: 'us-east-1',
  modelId: sonnet5,
  name: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 5',
  code: 'L-12345678',
  unit: 'tokensPerMinute',
  scope: 'crossRegion',
  value: 1_000_000,
};
/** Half of the tokens come out: at a factor of 5 each counts 3 on average, at 10 it counts 5.5. */
const day = (peakQuotaTokens: number | null, on = '2026-11-18') =>
  aUsageDay(on, 1, { inputTokens: 1_000, outputTokens: 1_000, peakQuotaTokens });
const used = (peak: number | null, calledAs = 'us.anthropic.claude') => ({
  usage: aUsage([day(peak)], { calledAs }),
  share: 1,
});

const needs = (facts: Partial<QuotaFacts> = {}) =>
  quotaNeeds({
    use: [used(300_000)],
    burndown: factor(5),
    replacementBurndown: factor(10),
    replacementId: sonnet5,
    quotas: [quota],
    today: '2026-11-20',
    ...facts,
  });

describe('the replacement’s quota', () => {
  it('suffices where the same use counts for less than it allows', () => {
    expect(needs()).toEqual([
      {
        account: '111122223333',
        region: 'us-east-1',
        scope: 'crossRegion',
        peak: 300_000,
        need: 550_000,
        quota,
        ask: null,
      },
    ]);
  });

  it.each`
    facts                                                        | need         | ask          | why
    ${{ use: [used(900_000)] }}                                  | ${1_650_000} | ${1_700_000} | ${'more than it allows, rounded up'}
    ${{ replacementBurndown: factor(15), use: [used(600_000)] }} | ${1_600_000} | ${1_600_000} | ${'a factor three times as high'}
    ${{ quotas: [] }}                                            | ${550_000}   | ${null}      | ${'a quota that is not known is not asked for'}
    ${{ quotas: [{ ...quota, account: '444455556666' }] }}       | ${550_000}   | ${null}      | ${'nor that of another account'}
    ${{ quotas: [{ ...quota, unit: 'requestsPerMinute' }] }}     | ${550_000}   | ${null}      | ${'requests are counted apart'}
    ${{ use: [used(900_000, 'anthropic.claude')] }}              | ${1_650_000} | ${1_700_000} | ${'a model that has no quota on demand is called across Regions'}
    ${{ use: [used(300_000), used(300_000)] }}                   | ${1_100_000} | ${1_100_000} | ${'peaks of one day add up'}
    ${{ use: [{ ...used(600_000), share: 0.5 }] }}               | ${550_000}   | ${null}      | ${'a share of what is shared'}
  `(
    'needs $need, so ask for $ask: $why',
    ({ facts, need, ask }: { facts: Partial<QuotaFacts>; need: number; ask: number | null }) => {
      const [first] = needs(facts);

      expect(first?.need).toBeCloseTo(need);
      expect(first?.ask).toBe(ask);
    },
  );

  it('is asked for by the way of calling', () => {
    const global = { ...quota, scope: 'globalCrossRegion' as const, code: 'L-2' };
    const found = needs({
      use: [
        used(1),
        used(1, 'global.anthropic.claude'),
        used(1, 'arn:aws:bedrock:us-east-1:1:application-inference-profile/x'),
      ],
      quotas: [quota, global],
    });

    expect(found.map(({ scope, quota: one }) => [scope, one?.code])).toEqual([
      ['crossRegion', 'L-12345678'],
      ['globalCrossRegion', 'L-2'],
    ]);
  });

  it.each`
    facts                                                             | why
    ${{ burndown: null }}                                             | ${'the old factor is not known'}
    ${{ replacementBurndown: null }}                                  | ${'the new factor is not known'}
    ${{ replacementId: null }}                                        | ${'there is no replacement'}
    ${{ use: [used(null)] }}                                          | ${'no peak was published'}
    ${{ use: [{ usage: aUsage([day(5, '2026-10-20')]), share: 1 }] }} | ${'the peak is older than four weeks'}
  `('is not said to suffice where $why', ({ facts }: { facts: Partial<QuotaFacts> }) => {
    expect(needs(facts)).toEqual([]);
  });

  it('what is asked for is at least what is needed, and at most a tenth more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (peak) => {
        for (const { need, ask } of needs({ use: [used(peak)] })) {
          if (ask === null) expect(need).toBeLessThanOrEqual(quota.value);
          else expect([ask >= need, ask <= need * 1.1]).toEqual([true, true]);
        }
      }),
    );
  });
});

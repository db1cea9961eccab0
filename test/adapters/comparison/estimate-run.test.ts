import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { estimateRun } from '../../../adapters/comparison/estimate-run.ts';
import { catalogue } from '../../../catalogue/catalogue.ts';
import type { CandidateStanding } from '../../../domain/cases/candidate-standing.ts';
import type { ModelLimits } from '../../../domain/cases/model-limits.ts';
import { aFile } from '../cases/case-files.ts';

const asked = {
  current: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
  candidate: 'b.candidate',
  region: 'eu-central-1',
  dataset: 'cases.jsonl',
  sample: null,
  judge: null,
  budget: null,
  migrationIds: [],
  requestedBy: null,
};
const fine: CandidateStanding = {
  region: 'AVAILABLE',
  entitlement: 'AVAILABLE',
  authorization: 'AUTHORIZED',
  agreement: 'AVAILABLE',
  status: 'ACTIVE',
  endOfLife: null,
  inferenceTypes: ['ON_DEMAND'],
  profiles: [],
  unknown: [],
};
const limits: ModelLimits = [{ kind: 'system', asOf: '2026-11-01', reference: 'https://example.com' }];

async function warnings(standing: CandidateStanding | null, known: ModelLimits = []): Promise<string> {
  const cases = aFile('{"id":"one","prompt":"Hi","system":"Be brief."}\n{"id":"two","prompt":"Ho"}\n');
  const knowledge = { prices: () => null, catalogue, now: DateTime.utc(2026, 11, 20) };
  const look = { limits: known, standing: standing && Promise.resolve(standing) };
  return (await estimateRun(asked, () => Promise.resolve([cases]), 4, knowledge, look)).warnings.join('\n');
}

describe('an estimate', () => {
  it.each([
    [{ region: 'NOT_AVAILABLE' } as const, 'b.candidate is not available in eu-central-1'],
    [{ entitlement: 'NOT_AVAILABLE' } as const, 'this account has no access to b.candidate yet'],
    [{ authorization: 'NOT_AUTHORIZED' } as const, 'this account is not authorized to use b.candidate'],
    [{ endOfLife: '2026-12-24' } as const, '2026-12-24'],
    [{ unknown: ['a call did not answer'] }, 'a call did not answer'],
  ])('says what AWS says of the candidate now: %j', async (own, words) => {
    expect(await warnings({ ...fine, ...own })).toContain(words);
    expect(await warnings(fine)).not.toContain(words);
  });

  it('of a batch is half the price, knows no time, and says what Bedrock would refuse', async () => {
    const cases = aFile('{"id":"one","prompt":"Hi"}\n{"id":"two","prompt":"Ho"}\n');
    const price = { input: 2, output: 10, currency: 'USD', source: 'list', asOf: '2026-11-20' } as const;
    const knowledge = { prices: () => price, catalogue, now: DateTime.utc(2026, 11, 20) };
    const whole = await estimateRun(asked, () => Promise.resolve([cases]), 4, knowledge);
    const batch = await estimateRun({ ...asked, engine: 'batch' }, () => Promise.resolve([cases]), 4, knowledge);

    expect(batch.cost).toBeCloseTo((whole.cost ?? 0) / 2, 9);
    expect(batch.seconds).toBeNull();
    expect(batch.warnings[0]).toContain('takes at least 100 cases, and there are 2');
    expect(whole.warnings.join(' ')).not.toContain('Batch');
  });

  it('says what cases ask that the candidate does not take', async () => {
    expect(await warnings(null, limits)).toContain('system: 1 case (one) have a system prompt, which it does not take');
    expect(await warnings(null)).not.toContain('system prompt');
  });
});

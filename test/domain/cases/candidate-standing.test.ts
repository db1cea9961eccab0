import { describe, expect, it } from 'vitest';
import type { CandidateStanding } from '../../../domain/cases/candidate-standing.ts';
import { candidateFindings } from '../../../domain/cases/candidate-standing.ts';
import { quotaMinutes } from '../../../domain/cases/quota-minutes.ts';

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
const onlyProfile = { inferenceTypes: ['INFERENCE_PROFILE'], profiles: ['us.maker.model-v1:0'] };
const findings = (standing: Partial<CandidateStanding>, candidate = 'maker.model-v1:0') =>
  candidateFindings(candidate, 'us-east-1', { ...fine, ...standing }, '2026-11-21');

describe('what AWS says of a candidate', () => {
  it.each`
    standing                               | stop                                          | why
    ${{ region: 'NOT_AVAILABLE' }}         | ${/not available in us-east-1.*--region/}     | ${'it is not in the Region'}
    ${{ authorization: 'NOT_AUTHORIZED' }} | ${/not authorized/}                           | ${'the account may not use it'}
    ${{ entitlement: 'NOT_AVAILABLE' }}    | ${/has no access.*Model access/}              | ${'nobody asked for access'}
    ${onlyProfile}                         | ${/inference profile: name us\.maker\.model/} | ${'its bare id answers nobody'}
    ${{ endOfLife: '2026-11-21' }}         | ${/reached its end of life on 2026-11-21/}    | ${'it has ended'}
  `('stops a run where $why', ({ standing, stop }: { standing: Partial<CandidateStanding>; stop: RegExp }) => {
    expect(findings(standing).stops).toEqual([expect.stringMatching(stop)]);
  });

  it.each`
    standing                                         | warning                               | why
    ${{ agreement: 'PENDING' }}                      | ${/agreement .* is PENDING/}          | ${'the agreement is not there yet'}
    ${{ status: 'LEGACY' }}                          | ${/lists .* as Legacy/}               | ${'it is Legacy'}
    ${{ status: 'LEGACY', endOfLife: '2027-11-21' }} | ${/in 365 days; it is Legacy itself/} | ${'it is Legacy, with an end'}
    ${{ endOfLife: '2027-02-19' }}                   | ${/ends on 2027-02-19, in 90 days$/}  | ${'it ends within 90 days'}
    ${{ region: null, unknown: ['not asked'] }}      | ${/not asked/}                        | ${'a call failed, which tells nothing against it'}
  `('warns where $why', ({ standing, warning }: { standing: Partial<CandidateStanding>; warning: RegExp }) => {
    expect(findings(standing)).toEqual({ stops: [], warnings: [expect.stringMatching(warning)] });
  });

  it.each`
    candidate                | standing                       | why
    ${'maker.model-v1:0'}    | ${{}}                          | ${'all is well'}
    ${'us.maker.model-v1:0'} | ${onlyProfile}                 | ${'it is called through a profile'}
    ${'maker.model-v1:0'}    | ${{ inferenceTypes: [] }}      | ${'nothing is said of how it is called'}
    ${'maker.model-v1:0'}    | ${{ endOfLife: '2027-02-20' }} | ${'its end is more than 90 days away'}
  `(
    'says nothing where $why',
    ({ candidate, standing }: { candidate: string; standing: Partial<CandidateStanding> }) => {
      expect(findings(standing, candidate)).toEqual({ stops: [], warnings: [] });
    },
  );
});

describe('what a run takes of a quota', () => {
  const quota = (scope: 'onDemand' | 'crossRegion' | 'globalCrossRegion', value: number) =>
    ({
      account: '',
      region: 'us-east-1',
      modelId: 'maker.model-v1:0',
      name: scope,
      code: 'L-1',
      unit: 'tokensPerMinute',
      scope,
      value,
    }) as const;
  const quotas = [quota('crossRegion', 1_000), quota('globalCrossRegion', 4_000), quota('onDemand', 500)];
  const burndown = { output: 10, asOf: '2026-10-13', reference: 'a page' };

  it.each`
    candidate                    | minutes
    ${'maker.model-v1:0'}        | ${24}
    ${'us.maker.model-v1:0'}     | ${12}
    ${'global.maker.model-v1:0'} | ${3}
  `(
    'is $minutes minutes of the one that covers $candidate',
    ({ candidate, minutes }: { candidate: string; minutes: number }) => {
      expect(quotaMinutes(candidate, quotas, burndown, { input: 2_000, output: 1_000 })).toMatchObject({
        tokens: 12_000,
        minutes,
      });
    },
  );

  it('is not known where the quota or the burndown is not', () => {
    expect(quotaMinutes('us.maker.model-v1:0', [], burndown, { input: 1, output: 1 })).toBeNull();
    expect(quotaMinutes('us.maker.model-v1:0', quotas, null, { input: 1, output: 1 })).toBeNull();
  });
});

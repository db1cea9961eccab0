import { describe, expect, it } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { awsSurvey } from '../../../adapters/survey.ts';
import type { SweepScope } from '../../../domain/sweep-scope.ts';
import { defaultSweepScope } from '../../../domain/sweep-scope.ts';
import { simulatedAws } from '../../local/aws/simulated-aws.ts';

const whole: SweepScope = { ...defaultSweepScope, organization: true };
const terms = {
  leaving: new Set<string>(),
  log: { allowed: false, metadataKeys: [] },
  quotaNamed: () => null,
};

async function surveyed(scope: SweepScope, denying: readonly string[] = []) {
  const aws = await simulatedAws('2026-11-20', { denying, pageSize: 2 });
  const access = { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 1 };
  const wait = () => Promise.resolve();
  return { ...aws, survey: awsSurvey(scope, { access, homeRegion: 'us-east-1', now: aws.now, wait, sideBySide: 16 }) };
}

describe('where a sweep goes', () => {
  it('is every account of the organisation, and the Regions of each that have Bedrock', async () => {
    const { survey } = await surveyed(whole);

    expect(await survey.accounts()).toEqual(['111122223333', '444455556666', '777788889999']);
    expect(await survey.regions('444455556666')).toEqual(['ap-northeast-1', 'eu-central-1', 'eu-west-1', 'us-east-1']);
  });

  it('is the caller’s own account where nothing else is said', async () => {
    const { survey } = await surveyed(defaultSweepScope);

    expect(await survey.accounts()).toEqual(['111122223333']);
  });

  it('is what is said, without asking anybody', async () => {
    const { survey, calls } = await surveyed({ ...whole, accounts: ['444455556666'], regions: ['eu-west-1'] });

    expect(await survey.accounts()).toEqual(['444455556666']);
    expect(await survey.regions('444455556666')).toEqual(['eu-west-1']);
    expect(calls.total()).toBe(0);
  });

  it('is unknown where the organisation may not be seen', async () => {
    const { survey, faults } = await surveyed(whole);
    faults.add({ kind: 'denied', call: 'organizations:ListAccounts' });

    await expect(survey.accounts()).rejects.toMatchObject({ call: 'organizations:ListAccounts' });
  });
});

describe('another account', () => {
  it('is read as its own role, which is assumed once', async () => {
    const { survey, calls } = await surveyed(whole);
    const [jobs, base] = await Promise.all([
      survey.place({ account: '444455556666', region: 'us-east-1' }, terms),
      survey.place({ account: '444455556666', region: 'eu-west-1' }, terms),
    ]);

    expect(jobs.dependents.map(({ name }) => name)).toContain('helpdesk');
    expect(base.dependents.map(({ name }) => name)).toContain('helpdesk-articles');
    expect(calls.byCall.get('sts:AssumeRole')).toBe(1);
  });

  it('that lets nobody in is told by the one call that failed', async () => {
    const { survey } = await surveyed(whole, ['777788889999']);
    const place = { account: '777788889999', region: 'us-east-1' };

    await expect(survey.regions(place.account)).rejects.toMatchObject({
      call: 'sts:AssumeRole',
      message: expect.stringContaining('AccessDenied') as string,
    });
    const { coverage, dependents } = await survey.place(place, terms);
    expect(dependents).toEqual([]);
    expect(coverage.swept).toEqual({});
    expect(coverage.failures).toEqual([
      { ...place, call: 'sts:AssumeRole', error: expect.stringMatching(/^AccessDenied: .*sts:AssumeRole/) as string },
    ]);
  });
});

describe('a sweep of many places', () => {
  it('stays under its limits: of all calls, and of one service in one place', async () => {
    const { survey, calls, faults } = await surveyed(whole);
    faults.add({ kind: 'slow', ms: 10 });
    const regions = await survey.regions('111122223333');
    await Promise.all(regions.map((region) => survey.place({ account: '111122223333', region }, terms)));

    expect(calls.peak().overall).toBeGreaterThan(6);
    expect(calls.peak().overall).toBeLessThanOrEqual(16);
    expect(calls.peak().byPlace).toBeLessThanOrEqual(6);
  });
});

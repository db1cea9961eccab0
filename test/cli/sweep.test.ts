import { describe, expect, it } from 'vitest';
import { dependentKinds } from '../../domain/dependent.ts';
import { credentialsFor, day, unreachable } from './aws.ts';
import type { Ran } from './run.ts';
import { aFolder, documentOf } from './run.ts';

const payments = '111122223333';
const support = '444455556666';
const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus41 = 'anthropic.claude-opus-4-1-20250805-v1:0';
const simulated = ['--simulated', '--now', day];

type Listed = readonly Readonly<Record<string, unknown>>[];
const listed = (document: Record<string, unknown>, field: string) => document[field] as Listed;
const named = (document: Record<string, unknown>, name: string) =>
  listed(document, 'dependents').find((one) => one['name'] === name) ?? {};
/** The whole simulated organisation, swept once for all tests that look at what is found. */
let whole: Promise<Ran> | undefined;
const sweepOfAll = () => (whole ??= aFolder().sundial(['sweep', ...simulated, '--json']));
const distinct = (list: Listed, field: string) => [...new Set(list.map((one) => one[field]))].toSorted();

describe('sundial sweep --json', () => {
  it('prints the document that the contract promises, every field of it', async () => {
    const document = documentOf(await sweepOfAll());

    expect(Object.keys(document)).toEqual(['simulated', 'models', 'dependents', 'migrations', 'failures', 'drift']);
    expect(document).toMatchObject({ simulated: true, failures: [], drift: [] });
    expect(listed(document, 'models').find((one) => one['modelId'] === sonnet45)).toEqual({
      modelId: sonnet45,
      name: 'Claude Sonnet 4.5',
      provider: 'Anthropic',
      regions: expect.arrayContaining(['eu-central-1', 'us-east-1']) as unknown,
      status: 'LEGACY',
      stage: 'legacy',
      daysLeft: 139,
      dates: {
        launch: '2025-09-29',
        legacy: '2026-10-08',
        extendedAccess: '2027-01-08',
        endOfLife: '2027-04-08',
        noSoonerThan: null,
      },
      sources: expect.arrayContaining([
        {
          date: 'endOfLife',
          value: '2027-04-08',
          source: expect.stringMatching(/^(?:api|catalogue)$/) as string,
          asOf: expect.any(String) as string,
          reference: expect.any(String) as string,
        },
      ]) as unknown,
      disagreements: [],
      replacement: { modelId: 'anthropic.claude-sonnet-5', source: 'catalogue' },
    });
    expect(named(document, 'fraud-review')).toEqual({
      kind: 'applicationInferenceProfile',
      id: `arn:aws:bedrock:us-east-1:${payments}:application-inference-profile/fraudreview1`,
      name: 'fraud-review',
      account: payments,
      region: 'us-east-1',
      modelId: sonnet45,
      modelIds: [sonnet45],
      stage: 'legacy',
      endOfLife: '2027-04-08',
      daysLeft: 139,
      teams: [{ team: 'default', route: null, share: 1 }],
      unowned: true,
      leaving: [{ modelId: sonnet45, kind: 'newProfile' }],
      uses: [
        {
          reference: expect.stringContaining(sonnet45) as string,
          purpose: 'inference',
          modelIds: [sonnet45],
          through: [],
        },
      ],
      use: {
        calls: expect.any(Number) as number,
        inputTokens: expect.any(Number) as number,
        outputTokens: expect.any(Number) as number,
        lastUsedOn: '2026-11-20',
      },
      callers: [
        {
          principal: `arn:aws:iam::${payments}:role/fraud-scoring`,
          calls: expect.any(Number) as number,
          lastCalledAt: expect.stringMatching(/^2026-11-20T.*Z$/) as string,
          requestMetadata: {},
        },
      ],
      tags: { team: 'payments', application: 'fraud' },
      pinnedBy: [],
      committedUntil: null,
      seenAt: '2026-11-20T09:00:00.000Z',
    });
    expect(listed(document, 'migrations').find((one) => one['modelId'] === opus41)).toEqual({
      id: `${opus41}/default`,
      modelId: opus41,
      team: 'default',
      status: 'open',
      stage: 'extendedAccess',
      emergency: false,
      daysLeft: 49,
      dates: expect.objectContaining({ endOfLife: '2027-01-08' }) as unknown,
      regions: ['us-east-1'],
      accounts: [payments, support],
      replacement: { modelId: 'anthropic.claude-opus-5', source: 'catalogue' },
      ticket: null,
      thread: null,
      sources: expect.any(Array) as unknown,
      disagreements: expect.any(Array) as unknown,
      dependents: expect.arrayContaining([`arn:aws:bedrock:us-east-1:${support}:agent/HELPDESK01:2`]) as unknown,
    });
  });

  it('finds at least one of every kind of dependent', async () => {
    const document = documentOf(await sweepOfAll());

    expect(distinct(listed(document, 'dependents'), 'kind')).toEqual([...dependentKinds].toSorted());
  });

  it('says of a dependent on two models that leave what each of them takes, and calls for both migrations', async () => {
    const folder = aFolder({
      'sundial.yml': `
teams:
  everything: { channel: '#sundial', tracker: { kind: github, repository: example-corp/all } }
  letters: { channel: '#letters', tracker: { kind: github, repository: example-corp/letters } }
routes:
  - { models: [${opus41}], accounts: ['${payments}'], team: letters }
defaultTeam: everything
`,
    });

    const document = documentOf(
      await folder.sundial(['sweep', ...simulated, '--accounts', payments, '--regions', 'us-east-1', '--json']),
    );

    expect(named(document, 'dispute-letter')).toMatchObject({
      modelId: opus41,
      modelIds: [opus41, sonnet45],
      teams: [{ team: 'letters', route: 0, share: 1 }],
      unowned: false,
      leaving: [
        { modelId: opus41, kind: 'newPromptVersion' },
        { modelId: sonnet45, kind: 'newPromptVersion' },
      ],
    });
    expect(distinct(listed(document, 'migrations'), 'id')).toEqual(
      expect.arrayContaining([`${opus41}/letters`, `${sonnet45}/letters`]),
    );
  });

  it('keeps all else off stdout: what is simulated, and how far it is', async () => {
    const ran = await sweepOfAll();

    expect(ran.stdout).toMatch(/^\{\n[^]*\n\}\n$/);
    expect(ran.stderr).toMatch(/^No AWS is asked: this is the simulated organisation/);
    expect(ran.stderr).toMatch(/Accounts and Regions read: 12 of 12/);
  });
});

describe('what sundial sweep asks', () => {
  it('is narrowed by --accounts and --regions', async () => {
    const document = documentOf(
      await aFolder().sundial([
        ...['sweep', ...simulated, '--json'],
        ...['--accounts', `${payments}, ${support}`, '--regions', 'us-east-1,eu-west-1'],
      ]),
    );

    expect(distinct(listed(document, 'dependents'), 'account')).toEqual([payments, support]);
    expect(distinct(listed(document, 'dependents'), 'region')).toEqual(['eu-west-1', 'us-east-1']);
    expect([...new Set(listed(document, 'models').flatMap((one) => one['regions']))].toSorted()).toEqual([
      'eu-west-1',
      'us-east-1',
    ]);
  });

  it('is the simulated organisation where there are no credentials, and the answer says so', async () => {
    const document = documentOf(
      await aFolder().sundial(['sweep', '--json', '--now', day, '--accounts', payments, '--regions', 'us-east-1']),
    );

    expect(document['simulated']).toBe(true);
  });

  it('is AWS where there are, over its own wire, and nothing changes there or here', async () => {
    const folder = aFolder();

    const ran = await folder.sundial(
      ['sweep', '--json', '--now', day, '--accounts', support, '--regions', 'us-east-1'],
      '',
      await credentialsFor(),
    );

    expect(documentOf(ran)).toMatchObject({ simulated: false, failures: [] });
    expect(named(documentOf(ran), 'helpdesk, version 2')).toMatchObject({ pinnedBy: ['prod'] });
    expect(ran.stderr).not.toContain('simulated');
    expect(folder.left()).toEqual({ work: [], temporary: [] });
  });
});

describe('the exit code of sundial sweep', () => {
  const place = ['--accounts', payments, '--regions', 'eu-central-1'];

  it.each`
    within   | code | why
    ${'139'} | ${1} | ${'something ends on the last day of the window'}
    ${'138'} | ${0} | ${'what is leaving ends after the window'}
    ${'1'}   | ${0} | ${'nothing ends tomorrow'}
  `('is $code with --within $within: $why', async ({ within, code }: { within: string; code: number }) => {
    const ran = await aFolder().sundial(['sweep', ...simulated, ...place, '--within', within]);

    expect(ran.code).toBe(code);
    expect(ran.stdout).toContain(sonnet45);
  });

  it('is 1 for a model that has ended, however small the window', async () => {
    const ran = await aFolder().sundial([
      ...['sweep', ...simulated, '--within', '1'],
      ...['--accounts', '777788889999', '--regions', 'us-east-1'],
    ]);

    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/amazon\.nova-canvas-v1:0 {2}ended 2026-09-30, 51 days ago/);
  });

  it('is 1 where something could not be read: it is listed as unknown, and the rest is there', async () => {
    const env = await credentialsFor({}, [{ kind: 'denied', call: 'bedrock-agent:ListFlows' }]);

    const ran = await aFolder().sundial(['sweep', '--now', day, ...place, '--within', '1', '--json'], '', env);

    expect(ran.code).toBe(1);
    expect(documentOf(ran)['failures']).toEqual([
      {
        account: payments,
        region: 'eu-central-1',
        call: 'bedrock:ListFlows',
        error: expect.stringContaining('AccessDenied') as string,
      },
    ]);
    expect(named(documentOf(ran), 'refund-policies')).toMatchObject({ kind: 'knowledgeBase' });
  });

  it('is 1 where the API answers what was never seen before', async () => {
    const change = (body: Record<string, unknown>) => ({
      ...body,
      modelSummaries: (body['modelSummaries'] as object[]).map((model) => ({ ...model, sunset: 'soon' })),
    });
    const env = await credentialsFor({}, [{ kind: 'drift', call: 'bedrock:ListFoundationModels', change }]);

    const ran = await aFolder().sundial(['sweep', '--now', day, ...place, '--within', '1', '--json'], '', env);

    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({ drift: ['a model has a field sunset'], failures: [] });
  });

  it.each`
    asked                                                 | where                                         | why
    ${['--regions', 'us-east-1']}                         | ${{ account: 'all', region: 'all' }}          | ${'nobody says which accounts there are'}
    ${['--regions', 'us-east-1', '--accounts', payments]} | ${{ account: payments, region: 'us-east-1' }} | ${'the account cannot be entered'}
  `(
    'is 3 where nothing answers, with the call that failed: $why',
    async ({ asked, where }: { asked: string[]; where: object }) => {
      const ran = await aFolder().sundial(['sweep', '--now', day, '--json', ...asked], '', unreachable);

      expect(ran.code).toBe(3);
      expect(documentOf(ran)).toEqual({
        simulated: false,
        models: [],
        dependents: [],
        migrations: [],
        failures: [
          { ...where, call: 'sts:GetCallerIdentity', error: expect.stringContaining('ECONNREFUSED') as string },
        ],
        drift: [],
      });
    },
  );

  it.each`
    args                           | says                                               | why
    ${['--within', 'soon']}        | ${/--within: expected a whole number.*got soon/}   | ${'days in words'}
    ${['--within', '0']}           | ${/--within: expected a whole number from 1 on/}   | ${'no day at all'}
    ${['--accounts', '1234']}      | ${/--accounts: expected 12 digits each.*got 1234/} | ${'a number that is no account'}
    ${['--accounts', '']}          | ${/--accounts: expected 12 digits.*got nothing/}   | ${'no account'}
    ${['--regions', 'Frankfurt']}  | ${/--regions: expected Region codes.*Frankfurt/}   | ${'the name of a city'}
    ${['--concurrency', '-3']}     | ${/--concurrency: expected a whole number/}        | ${'less than no call at once'}
    ${['--now', 'tomorrow']}       | ${/--now: expected an ISO date/}                   | ${'a day in words'}
    ${['--config', 'nowhere.yml']} | ${/--config nowhere\.yml: cannot be read/}         | ${'a file that is not there'}
    ${['somewhere']}               | ${/too many arguments/}                            | ${'a word too many'}
  `('is 2 and nothing is asked: $why', async ({ args, says }: { args: string[]; says: RegExp }) => {
    const folder = aFolder();

    const ran = await folder.sundial(['sweep', '--now', day, ...args], '', unreachable);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/ECONNREFUSED|Accounts and Regions/);
    expect(folder.left()).toEqual({ work: [], temporary: [] });
  });
});

describe('the table of sundial sweep', () => {
  it('stands under the model that is leaving, with its end and where to go, and ends in a summary', async () => {
    const { stdout } = await aFolder().sundial(['sweep', ...simulated]);

    expect(stdout).toMatch(
      /claude-opus-4-1-20250805-v1:0 {2}ends 2027-01-08, in 49 days, go to anthropic\.claude-opus-5\n {2}prompt +dispute-letter /,
    );
    expect(stdout).toMatch(/^default +28 dependents +28 unowned +5 models to leave/m);
    expect(stdout).toMatch(/^imported model +glossary/m);
    expect(stdout).toMatch(/12 accounts and Regions asked in the simulated organisation.*0 calls failed\.\n$/);
  });

  it('names what is not known instead of leaving it out', async () => {
    const env = await credentialsFor({ denying: [support] });

    const { stdout } = await aFolder().sundial(
      ['sweep', '--now', day, '--accounts', `${payments},${support}`, '--regions', 'us-east-1'],
      '',
      env,
    );

    expect(stdout).toMatch(/Not known {2}calls that failed: what they would have told is unknown, not gone/);
    expect(stdout).toMatch(new RegExp(`^${support} +us-east-1 +sts:AssumeRole +AccessDenied`, 'm'));
    expect(stdout).toMatch(/1 call failed\.\n$/);
  });
});

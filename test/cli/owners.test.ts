import { describe, expect, it } from 'vitest';
import { credentialsFor, day, unreachable } from './aws.ts';
import type { Ran } from './run.ts';
import { aFolder, documentOf } from './run.ts';

const payments = '111122223333';
const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const profile = `arn:aws:bedrock:us-east-1:${payments}:application-inference-profile/fraudreview1`;
const simulated = ['--simulated', '--now', day];

/** What a sweep of the simulated organisation wrote; made once. */
let swept: Promise<string> | undefined;
const inventory = () =>
  (swept ??= aFolder()
    .sundial(['sweep', ...simulated, '--json'])
    .then(({ stdout }) => stdout));

const configuration = (routes: string) => `
teams:
  payments: { channel: '#payments', tracker: { kind: github, repository: example-corp/payments } }
  support: { channel: '#support', tracker: { kind: github, repository: example-corp/support } }
  platform: { channel: '#platform', tracker: { kind: github, repository: example-corp/platform } }
routes:
${routes}
defaultTeam: platform
`;

type Owner = Readonly<Record<string, unknown>> & { readonly dependent: Readonly<Record<string, unknown>> };
const ownersIn = (ran: Ran) => documentOf(ran)['owners'] as readonly Owner[];

async function owners(args: readonly string[], routes?: string) {
  const folder = aFolder({
    'inventory.json': await inventory(),
    ...(routes !== undefined && { 'sundial.yml': configuration(routes) }),
  });
  return folder.sundial(['owners', ...args, '--inventory', 'inventory.json']);
}

describe('sundial owners', () => {
  it('prints the document that the contract promises, every field of it', async () => {
    const ran = await owners(
      [profile, '--json'],
      `  - { accounts: ['444455556666'], team: support }
  - { tags: { team: pay* }, team: payments }
  - { regions: [us-east-1], team: support }`,
    );

    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(documentOf(ran)).toEqual({
      owners: [
        {
          dependent: {
            kind: 'applicationInferenceProfile',
            id: profile,
            name: 'fraud-review',
            account: payments,
            region: 'us-east-1',
          },
          caller: null,
          requestMetadata: null,
          calls: null,
          share: 1,
          team: 'payments',
          route: 1,
          unowned: false,
          defaultTeam: 'platform',
          verdicts: [
            {
              route: 0,
              team: 'support',
              kind: 'notHeld',
              condition: 'accounts',
              expected: '444455556666',
              actual: payments,
            },
            { route: 1, team: 'payments', kind: 'matched' },
            { route: 2, team: 'support', kind: 'notAsked' },
          ],
        },
      ],
    });
  });

  it.each`
    asked                                                           | name                           | why
    ${profile}                                                      | ${'fraud-review'}              | ${'by ARN'}
    ${'fraud-review'}                                               | ${'fraud-review'}              | ${'by name'}
    ${'fraudreview1'}                                               | ${'fraud-review'}              | ${'by the last part of the ARN'}
    ${'on-demand/444455556666/us-east-1/ai21.jamba-1-5-large-v1:0'} | ${'ai21.jamba-1-5-large-v1:0'} | ${'use on demand, by the id that sweep gives it'}
    ${'ai21.jamba-1-5-large-v1:0'}                                  | ${'ai21.jamba-1-5-large-v1:0'} | ${'use on demand, by what is called'}
  `('finds one dependent $why', async ({ asked, name }: { asked: string; name: string }) => {
    const found = ownersIn(await owners([asked, '--json']));

    expect(found.map(({ dependent }) => dependent['name'])).toEqual([name]);
  });

  it.each`
    routes                                                                   | asked               | team          | route   | why
    ${'  - { tags: { team: payments }, team: payments }'}                    | ${'fraud-review'}   | ${'payments'} | ${0}    | ${'a tag'}
    ${'  - { profiles: [fraud-*], team: payments }'}                         | ${'fraud-review'}   | ${'payments'} | ${0}    | ${'the name of a profile'}
    ${'  - { profiles: [fraudreview1], team: payments }'}                    | ${'fraud-review'}   | ${'payments'} | ${0}    | ${'the id of a profile'}
    ${"  - { principals: ['arn:aws:iam::*:role/fraud-*'], team: payments }"} | ${'fraud-review'}   | ${'payments'} | ${0}    | ${'who calls'}
    ${'  - { regions: [eu-central-1], team: payments }'}                     | ${'refund-triage'}  | ${'payments'} | ${0}    | ${'the Region'}
    ${'  - { models: [anthropic.claude-opus-4-1*], team: payments }'}        | ${'dispute-letter'} | ${'payments'} | ${0}    | ${'one of its models'}
    ${'  - { requestMetadata: { team: payments }, team: payments }'}         | ${'fraud-review'}   | ${'platform'} | ${null} | ${'nothing: CloudTrail tells no metadata'}
  `(
    'lets $why decide',
    async ({ routes, asked, team, route }: { routes: string; asked: string; team: string; route: number | null }) => {
      const [first, ...others] = ownersIn(await owners([asked, '--json'], routes));

      expect(others).toEqual([]);
      expect(first).toMatchObject({ team, route, unowned: route === null });
    },
  );

  it('decides caller by caller where a route asks who calls, with the part of the calls that were seen', async () => {
    const id = 'on-demand/444455556666/us-east-1/ai21.jamba-1-5-large-v1:0';
    const document = JSON.parse(await inventory()) as { dependents: Record<string, unknown>[] };
    const callers = [
      { principal: role('444455556666', 'mail-sorter'), calls: 30 },
      { principal: role('444455556666', 'night-shift'), calls: 10 },
    ].map((caller) => ({ ...caller, lastCalledAt: '2026-11-20T00:00:00Z', requestMetadata: {} }));
    const shared = document.dependents.map((one) => (one['id'] === id ? { ...one, callers } : one));
    const folder = aFolder({
      'inventory.json': JSON.stringify({ dependents: shared }),
      'sundial.yml': configuration("  - { principals: ['*:role/mail-*'], team: support }"),
    });
    const ask = (...more: string[]) => folder.sundial(['owners', id, '--inventory', 'inventory.json', ...more]);

    expect(ownersIn(await ask('--json'))).toEqual([
      expect.objectContaining({
        caller: role('444455556666', 'night-shift'),
        team: 'platform',
        calls: 10,
        share: 0.25,
      }),
      expect.objectContaining({ caller: role('444455556666', 'mail-sorter'), team: 'support', calls: 30, share: 0.75 }),
    ]);
    expect((await ask()).stdout).toMatch(/As called by .*mail-sorter, 75 % of the calls seen/);
  });

  it('explains for a person which route decided, and why those before it did not', async () => {
    const { stdout } = await owners(
      ['fraud-review'],
      `  - { tags: { team: support }, team: support }
  - { accounts: ['${payments}'], team: payments }
  - { regions: [us-east-1], team: support }`,
    );

    expect(stdout).toBe(`fraud-review  application inference profile, ${payments} us-east-1
${profile}
  Route 1 (support) does not hold: tags should be team: support, and is team: payments, application: fraud.
  Route 2 (payments) holds, and decides.
  Route 3 (support) is not asked any more.
  It belongs to payments.

`);
  });

  it('lists all of them without a name, what nobody owns first', async () => {
    const { stdout } = await owners([], `  - { tags: { team: payments }, team: payments }`);

    const lines = stdout.trimEnd().split('\n');
    const owned = lines.map((line) => !line.startsWith('platform (unowned)  no route'));
    expect(lines).toHaveLength(28);
    expect(owned).toEqual(owned.toSorted());
    expect(stdout).toMatch(/^payments +route 1 +flow +refund-triage /m);
  });

  it.each`
    asked             | says                                                                                                                   | why
    ${'fruad-review'} | ${/no dependent has .* fruad-review\. The nearest are:\n {2}fraud-review \(application inference/}                     | ${'two letters the wrong way round'}
    ${'refund'}       | ${/nearest are:\n {2}refund-triage \(flow\).*\n {2}refund-policies \(knowledge base\)/}                                | ${'the beginning of two names'}
    ${'titles'}       | ${/titles is the name of several; say which:\n {2}titles \(custom model deployment\) .*\n {2}titles \(custom model\)/} | ${'a name that two things have'}
  `('exits 2 with the nearest names: $why', async ({ asked, says }: { asked: string; says: RegExp }) => {
    const ran = await owners([asked]);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(says);
  });
});

describe('sundial owners --inventory', () => {
  it('reads back what sundial sweep wrote: the same answer as asking again', async () => {
    const read = await owners(['--json']);
    const asked = await aFolder().sundial(['owners', ...simulated, '--json']);

    expect(documentOf(read)).toEqual(documentOf(asked));
  });

  it.each`
    change                                             | says                                                                                   | why
    ${(text: string) => text.slice(0, 1000)}           | ${/^sundial: inventory\.json: no JSON: /}                                              | ${'half a file'}
    ${() => '[]'}                                      | ${/inventory\.json: the document: expected object, as sundial sweep --json writes it/} | ${'another document'}
    ${() => '{}'}                                      | ${/inventory\.json: dependents: expected array/}                                       | ${'a document without dependents'}
    ${(t: string) => t.replace('"customModel"', '7')}  | ${/inventory\.json: dependents\.0\.kind: expected one of onDemand, /}                  | ${'a kind that is none'}
    ${(t: string) => t.replace(/"account"/g, '"acc"')} | ${/inventory\.json: dependents\.0\.account: expected string/}                          | ${'a field that is missing'}
  `(
    'exits 2 and names the field: $why',
    async ({ change, says }: { change: (text: string) => string; says: RegExp }) => {
      const folder = aFolder({ 'inventory.json': change(await inventory()) });

      const ran = await folder.sundial(['owners', '--inventory', 'inventory.json']);

      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toMatch(says);
    },
  );

  it('exits 2 where the file is not there', async () => {
    const ran = await aFolder().sundial(['owners', '--inventory', 'nowhere.json']);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/--inventory nowhere\.json: cannot be read/);
  });
});

describe('sundial owners that asks AWS', () => {
  const place = ['--accounts', payments, '--regions', 'us-east-1'];

  it('exits 3 where nothing answers, instead of saying that there is no such dependent', async () => {
    const ran = await aFolder().sundial(['owners', 'fraud-review', '--now', day, ...place], '', unreachable);

    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/sts:GetCallerIdentity failed in 111122223333 us-east-1: .*ECONNREFUSED/);
  });

  it('answers from what could be read, and says that the rest is not known', async () => {
    const env = await credentialsFor({}, [{ kind: 'denied', call: 'bedrock-agent:ListFlows' }]);

    const ran = await aFolder().sundial(['owners', 'fraud-review', '--now', day, ...place], '', env);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/No route holds: unowned/);
    expect(ran.stderr).toMatch(/bedrock:ListFlows failed in .*What is there is not known/);
  });

  it('reads request metadata from the invocation log where sundial.yml allows it', async () => {
    const folder = aFolder({
      'sundial.yml': `${configuration('  - { requestMetadata: { application: checkout }, team: payments }')}
sweep: { invocationLogs: true }
`,
    });

    const ran = await folder.sundial([
      ...['owners', `on-demand/${payments}/eu-central-1/eu.anthropic.claude-sonnet-4-5-20250929-v1:0`, '--json'],
      ...[...simulated, '--accounts', payments, '--regions', 'eu-central-1'],
    ]);

    expect(ownersIn(ran)).toEqual([
      expect.objectContaining({
        caller: role(payments, 'checkout-assistant'),
        requestMetadata: { application: 'checkout' },
        team: 'payments',
        route: 0,
      }),
    ]);
  });
});

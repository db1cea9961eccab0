import { defaultCustomModelSettings } from '../../domain/custom-models/custom-model-settings.ts';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, defaultConfiguration, readConfiguration } from '../../adapters/configuration.ts';
import { unconditional } from '../../domain/configuration.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';

const team = (more = '') => `
teams:
  payments:
    channel: "#payments"
    tracker: { kind: github, repository: example-corp/payments }
${more}
defaultTeam: payments
`;
const read = (text: string) => readConfiguration(text, 'sundial.yml');

describe('a configuration', () => {
  it('needs one team, and fills in the rest', () => {
    const { teams, ...rest } = read(team());

    expect([...teams.values()]).toEqual([
      {
        name: 'payments',
        channel: '#payments',
        trackers: [{ kind: 'github', repository: 'example-corp/payments' }],
        timeZone: 'UTC',
        workingDays: [1, 2, 3, 4, 5],
        holidays: [],
        freezes: [],
        escalation: { channel: null, onCall: null },
        dataset: null,
      },
    ]);
    expect(rest).toMatchObject({
      routes: [],
      defaultTeam: 'payments',
      policy: defaultPolicy,
      replacements: new Map(),
      sweep: defaultSweepScope,
      customModels: defaultCustomModelSettings,
    });
  });

  it('says what a team, a route, the policy and a replacement may say', () => {
    const { teams, routes, policy, replacements } = read(`${team(`    timeZone: Europe/Berlin
    workingDays: [sun, mon, tue]
    holidays: ["2026-12-24"]
    freezes: [{ from: "2026-12-15", to: "2027-01-03", reason: Christmas }]`)}
routes: [{ accounts: ["111122223333"], regions: [eu-central-1], models: [anthropic.*], team: payments }, { team: payments }]
policy: { emergencyDays: 5, phaseWorkingDays: { test: 20 } }
replacements: { anthropic.claude-opus-4-1-20250805-v1:0: anthropic.claude-opus-5 }
`);

    expect(teams.get('payments')).toMatchObject({
      timeZone: 'Europe/Berlin',
      workingDays: [7, 1, 2],
      holidays: ['2026-12-24'],
    });
    expect(routes).toEqual([
      {
        ...unconditional,
        accounts: ['111122223333'],
        regions: ['eu-central-1'],
        models: ['anthropic.*'],
        team: 'payments',
      },
      { ...unconditional, team: 'payments' },
    ]);
    expect(policy).toEqual({
      ...defaultPolicy,
      emergencyDays: 5,
      phaseWorkingDays: { ...defaultPolicy.phaseWorkingDays, test: 20 },
    });
    expect(replacements.get('anthropic.claude-opus-4-1-20250805-v1:0')).toBe('anthropic.claude-opus-5');
  });

  it('says who owns what is tagged, called or reached through a profile, who else is told, and where to sweep', () => {
    const { teams, routes, policy, sweep } =
      read(`${team(`    escalation: { channel: "#on-call", onCall: S0123456789 }`)}
routes:
  - { tags: { team: pay-* }, profiles: [checkout-*], requestMetadata: { app: checkout }, principals: ["arn:aws:iam::*:role/checkout-*"], team: payments }
policy: { quietDays: 14, idleWarningDays: 8, escalationDays: [2, 5], behindPlanPercent: 25 }
sweep: { accounts: ["111122223333"], organization: true, regions: [eu-central-1], role: Reader, externalId: sundial, invocationLogs: true }
`);

    expect(teams.get('payments')?.escalation).toEqual({ channel: '#on-call', onCall: 'S0123456789' });
    expect(routes).toEqual([
      {
        ...unconditional,
        tags: { team: 'pay-*' },
        profiles: ['checkout-*'],
        requestMetadata: { app: 'checkout' },
        principals: ['arn:aws:iam::*:role/checkout-*'],
        team: 'payments',
      },
    ]);
    expect(policy).toMatchObject({
      quietDays: 14,
      idleWarningDays: 8,
      escalationDays: [2, 5],
      behindPlanPercent: 25,
    });
    expect(sweep).toEqual({
      accounts: ['111122223333'],
      organization: true,
      regions: ['eu-central-1'],
      role: 'Reader',
      externalId: 'sundial',
      invocationLogs: true,
    });
  });

  it('is one default team that owns everything where there is no file', () => {
    expect([...defaultConfiguration.teams.keys()]).toEqual([defaultConfiguration.defaultTeam]);
    expect(defaultConfiguration.routes).toEqual([]);
  });
});

describe('a fault names file, line, field and what was expected', () => {
  it.each`
    text                                                                             | says                                                                                                                | why
    ${team('    timeZone: Berlin')}                                                  | ${'sundial.yml:6: teams.payments.timeZone: expected an IANA time zone'}                                             | ${'a time zone that does not exist'}
    ${team('    workingDays: [monday]')}                                             | ${'sundial.yml:6: teams.payments.workingDays.0: expected mon, tue'}                                                 | ${'a weekday written out'}
    ${team('    workingDays: []')}                                                   | ${'sundial.yml:6: teams.payments.workingDays: expected at least one day'}                                           | ${'a team that never works'}
    ${team('    holidays: [2026-02-30]')}                                            | ${'sundial.yml:6: teams.payments.holidays.0: expected a day that exists'}                                           | ${'a day that does not exist'}
    ${team('    freezes:\n      - { from: 2026-12-15, to: 2026-12-01, reason: x }')} | ${'sundial.yml:7: teams.payments.freezes.0.to: expected a day from 2026-12-15 on'}                                  | ${'a freeze that ends before it begins'}
    ${team('    colour: red')}                                                       | ${'sundial.yml:6: teams.payments.colour: there is no field of this name here'}                                      | ${'a field that nobody knows'}
    ${`${team()}colour: red\n`}                                                      | ${'sundial.yml:8: colour: there is no field of this name here'}                                                     | ${'at the top as well'}
    ${team().replace('"#payments"', '#payments')}                                    | ${'sundial.yml:4: teams.payments.channel: expected'}                                                                | ${'a channel without quotes is a comment in YAML'}
    ${team().replace('kind: github', 'kind: trello')}                                | ${'sundial.yml:5: teams.payments.tracker.kind: expected github, jira, servicenow, pagerduty, opscenter or webhook'} | ${'a tracker that Sundial does not speak with'}
    ${team().replace('example-corp/payments', 'payments')}                           | ${'sundial.yml:5: teams.payments.tracker.repository: expected owner/name'}                                          | ${'a repository without its owner'}
    ${team().replace('    channel: "#payments"\n', '')}                              | ${'teams.payments.channel: expected string, but it is missing'}                                                     | ${'a field that is missing'}
    ${team().replace('defaultTeam: payments', 'defaultTeam: nobody')}                | ${'sundial.yml:7: defaultTeam: no team is called nobody; there is payments'}                                        | ${'a default team that does not exist'}
    ${`${team()}routes:\n  - { team: payments }\n  - { team: nobody }\n`}            | ${'sundial.yml:10: routes.1.team: no team is called nobody'}                                                        | ${'a route to a team that does not exist'}
    ${`${team()}routes:\n  - { accounts: [111122223333], team: payments }\n`}        | ${'sundial.yml:9: routes.0.accounts.0: expected string'}                                                            | ${'an account without quotes is a number'}
    ${`${team()}routes:\n  - { regions: [Frankfurt], team: payments }\n`}            | ${'sundial.yml:9: routes.0.regions.0: expected a Region code'}                                                      | ${'a Region by name'}
    ${`${team()}policy: { emergencyDays: -1 }\n`}                                    | ${'sundial.yml:8: policy.emergencyDays: expected 0 or more'}                                                        | ${'fewer days than none'}
    ${`${team()}routes:\n  - { tags: { team: [a] }, team: payments }\n`}             | ${'sundial.yml:9: routes.0.tags.team: expected string'}                                                             | ${'a list where one value is asked for'}
    ${`${team()}routes:\n  - { tags: {}, team: payments }\n`}                        | ${'sundial.yml:9: routes.0.tags: expected at least one key'}                                                        | ${'no tag at all'}
    ${`${team()}routes:\n  - { principals: [checkout], team: payments }\n`}          | ${'sundial.yml:9: routes.0.principals.0: expected the ARN of a role or user'}                                       | ${'a caller by name'}
    ${team('    escalation: { onCall: "@ana" }')}                                    | ${'sundial.yml:6: teams.payments.escalation.onCall: expected the Slack id'}                                         | ${'somebody on call by name'}
    ${`${team()}policy: { escalationDays: [7, 3] }\n`}                               | ${'sundial.yml:8: policy.escalationDays: expected days that rise'}                                                  | ${'a ladder that goes down'}
    ${`${team()}policy: { quietDays: 0 }\n`}                                         | ${'sundial.yml:8: policy.quietDays: expected 1 or more'}                                                            | ${'done without a quiet day'}
    ${`${team()}sweep: { accounts: [12] }\n`}                                        | ${'sundial.yml:8: sweep.accounts.0: expected string'}                                                               | ${'an account to sweep that is none'}
    ${`${team()}sweep: { role: "arn:aws:iam::111122223333:role/x" }\n`}              | ${"sundial.yml:8: sweep.role: expected a role's name"}                                                              | ${'a role by its ARN'}
    ${`${team()}replacements: { Claude: x }\n`}                                      | ${'sundial.yml:8: replacements.Claude'}                                                                             | ${'a replacement by name'}
    ${`${team()}defaultTeam: payments\n`}                                            | ${'sundial.yml:8: Map keys must be unique'}                                                                         | ${'a key twice'}
    ${'teams:\n  payments: [\n'}                                                     | ${'sundial.yml:3: '}                                                                                                | ${'what is no YAML'}
    ${'teams: *nobody\n'}                                                            | ${'sundial.yml:1: Unresolved alias'}                                                                                | ${'an alias that leads nowhere'}
    ${''}                                                                            | ${'sundial.yml:1: the file: expected object'}                                                                       | ${'nothing'}
  `('$why', ({ text, says }: { text: string; says: string }) => {
    expect(() => read(text)).toThrow(ConfigurationError);
    expect(() => read(text)).toThrow(says);
  });

  it('every fault is told, one a line', () => {
    const faulty = team('    timeZone: Berlin\n    workingDays: []\n    colour: red');

    expect(() => read(faulty)).toThrow(/timeZone.*\n.*workingDays.*\n.*colour/);
  });
});

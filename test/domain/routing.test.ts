import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../domain/configuration.ts';
import { teamNamed } from '../../domain/configuration.ts';
import { affectedByTeam, teamFor } from '../../domain/routing.ts';
import { routed } from '../builders/routed.ts';
import { sonnet45 } from '../builders/situation.ts';

describe('the team of a model’s use', () => {
  it.each`
    routes                                                                                             | team          | why
    ${[]}                                                                                              | ${'platform'} | ${'nobody claims it'}
    ${[{ accounts: ['111122223333'], team: 'payments' }]}                                              | ${'payments'} | ${'by account'}
    ${[{ accounts: ['444455556666'], team: 'payments' }]}                                              | ${'platform'} | ${'another account'}
    ${[{ regions: ['us-east-1'], team: 'payments' }]}                                                  | ${'payments'} | ${'by Region'}
    ${[{ models: [sonnet45], team: 'payments' }]}                                                      | ${'payments'} | ${'by model'}
    ${[{ models: ['anthropic.claude-*'], team: 'payments' }]}                                          | ${'payments'} | ${'by any ending'}
    ${[{ models: ['anthropic.claude-sonnet-4-5'], team: 'payments' }]}                                 | ${'platform'} | ${'a beginning without its star is another model'}
    ${[{ models: ['*'], team: 'payments' }]}                                                           | ${'payments'} | ${'any model'}
    ${[{ models: ['claude-*'], team: 'payments' }]}                                                    | ${'platform'} | ${'the beginning counts, not any part'}
    ${[{ accounts: ['111122223333'], regions: ['eu-west-1'], team: 'payments' }]}                      | ${'platform'} | ${'every condition must hold'}
    ${[{ accounts: [], team: 'payments' }]}                                                            | ${'platform'} | ${'no account is no account'}
    ${[{ team: 'support' }, { accounts: ['111122223333'], team: 'payments' }]}                         | ${'support'}  | ${'the first match wins'}
    ${[{ regions: ['eu-west-1'], team: 'support' }, { accounts: ['111122223333'], team: 'payments' }]} | ${'payments'} | ${'the first that matches'}
  `('$team: $why', ({ routes, team }: { routes: (Partial<Route> & { team: string })[]; team: string }) => {
    expect(teamFor(sonnet45, '111122223333', 'us-east-1', routed(...routes))).toBe(team);
  });
});

describe('a notice about all Regions', () => {
  const configuration = routed(
    { regions: ['eu-west-1', 'eu-central-1'], team: 'support' },
    { regions: ['us-east-1'], team: 'platform' },
  );

  it('reaches every team that owns one of them, and the rest', () => {
    expect(Object.fromEntries(affectedByTeam(sonnet45, ['111122223333'], ['all'], configuration))).toEqual({
      platform: [{ account: '111122223333', region: 'all' }],
      support: [
        { account: '111122223333', region: 'eu-west-1' },
        { account: '111122223333', region: 'eu-central-1' },
      ],
    });
  });

  it('is one team’s, where one team owns everything', () => {
    const byTeam = affectedByTeam(
      sonnet45,
      ['111122223333'],
      ['all'],
      routed({ regions: ['us-east-1'], team: 'platform' }),
    );

    expect([...byTeam]).toEqual([['platform', [{ account: '111122223333', region: 'all' }]]]);
  });
});

describe('for any routes', () => {
  const accounts = ['111122223333', '444455556666', '777788889999'];
  const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];
  const route = fc.record({
    accounts: fc.option(fc.subarray(accounts)),
    regions: fc.option(fc.subarray(regions)),
    models: fc.option(fc.subarray([sonnet45, 'anthropic.*', 'cohere.*'])),
    team: fc.constantFrom('payments', 'support', 'platform'),
  });
  const configuration = fc.array(route, { maxLength: 5 }).map((routes) => routed(...routes));

  it('every account and Region of a notice goes to exactly one team', () => {
    fc.assert(
      fc.property(configuration, fc.subarray(accounts), fc.subarray(regions), (routes, someAccounts, someRegions) => {
        const byTeam = affectedByTeam(sonnet45, someAccounts, someRegions, routes);
        const reached = [...byTeam.values()].flat().map(({ account, region }) => `${account} ${region}`);

        const asked = someAccounts.flatMap((account) => someRegions.map((region) => `${account} ${region}`));
        expect(reached.toSorted()).toEqual(asked.toSorted());
      }),
    );
  });

  it('a notice about all Regions reaches the team of every Region', () => {
    fc.assert(
      fc.property(
        configuration,
        fc.constantFrom(...accounts),
        fc.constantFrom(...regions),
        (routes, account, region) => {
          const owner = teamFor(sonnet45, account, region, routes);
          const affected = affectedByTeam(sonnet45, [account], ['all'], routes).get(owner) ?? [];

          expect(affected.some((one) => one.region === region || one.region === 'all')).toBe(true);
        },
      ),
    );
  });
});

it('a migration of a team that has left the configuration belongs to the default team', () => {
  expect(teamNamed('dissolved', routed()).name).toBe('platform');
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../domain/configuration.ts';
import type { Dependent } from '../../domain/dependent.ts';
import { explainOwnership } from '../../domain/explain-ownership.ts';
import { ownershipsOf } from '../../domain/ownership.ts';
import { affectedByTeam } from '../../domain/routing.ts';
import { aCaller, aDependent, aProfile, profileArn } from '../builders/dependent.ts';
import { routed } from '../builders/routed.ts';
import { sonnet45 } from '../builders/situation.ts';

const account = '111122223333';
const checkout = aCaller('checkout', { calls: 30 });
const search = aCaller('search', { calls: 10, requestMetadata: { app: 'search-eu' } });
const agent = aDependent({
  kind: 'agent',
  id: `arn:aws:bedrock:us-east-1:${account}:agent/AGENT12345`,
  uses: [{ reference: profileArn, modelIds: [sonnet45], through: [profileArn], purpose: 'inference' }],
});

const teamsOf = (dependent: Dependent, ...routes: (Partial<Route> & { team: string })[]) =>
  ownershipsOf(dependent, routed(...routes)).map(({ team, route }) => [team, route]);

describe('a dependent is owned by the first route that holds', () => {
  it.each`
    dependent                                  | route                                                     | owned    | why
    ${aDependent()}                            | ${{}}                                                     | ${true}  | ${'no condition'}
    ${aDependent()}                            | ${{ accounts: [account] }}                                | ${true}  | ${'by account'}
    ${aDependent()}                            | ${{ accounts: ['444455556666'] }}                         | ${false} | ${'another account'}
    ${aDependent()}                            | ${{ regions: ['us-east-1'] }}                             | ${true}  | ${'by Region'}
    ${aDependent()}                            | ${{ regions: ['eu-west-1'] }}                             | ${false} | ${'another Region'}
    ${aDependent()}                            | ${{ models: ['anthropic.*'] }}                            | ${true}  | ${'by model'}
    ${aDependent({ uses: [] })}                | ${{ models: ['anthropic.*'] }}                            | ${false} | ${'what rests on no model is owned by no model'}
    ${aDependent({ tags: { team: 'pay-1' } })} | ${{ tags: { team: 'pay-*' } }}                            | ${true}  | ${'by tag, any ending'}
    ${aDependent({ tags: { team: 'pay-1' } })} | ${{ tags: { team: 'pay' } }}                              | ${false} | ${'a tag without its star is another value'}
    ${aDependent({ tags: { team: 'pay' } })}   | ${{ tags: { team: 'pay', stage: '*' } }}                  | ${false} | ${'every tag must be there'}
    ${aDependent({ tags: { team: '' } })}      | ${{ tags: { team: '*' } }}                                | ${true}  | ${'an empty value is a value'}
    ${aProfile()}                              | ${{ profiles: ['checkout'] }}                             | ${true}  | ${'the profile by its name'}
    ${aProfile()}                              | ${{ profiles: ['check*'] }}                               | ${true}  | ${'the profile by how its name begins'}
    ${aProfile()}                              | ${{ profiles: [profileArn] }}                             | ${true}  | ${'the profile by its ARN'}
    ${aProfile()}                              | ${{ profiles: ['a1b2c3d4e5f6'] }}                         | ${true}  | ${'the profile by its id'}
    ${agent}                                   | ${{ profiles: ['a1b2c3d4e5f6'] }}                         | ${true}  | ${'what goes through the profile'}
    ${aDependent({ name: 'checkout' })}        | ${{ profiles: ['checkout'] }}                             | ${false} | ${'another thing of that name'}
    ${agent}                                   | ${{ principals: ['*'] }}                                  | ${false} | ${'nobody is known to call it'}
    ${aDependent()}                            | ${{ principals: ['*'] }}                                  | ${false} | ${'no caller was seen'}
    ${aDependent({ callers: [checkout] })}     | ${{ principals: ['arn:aws:iam::*:role/check*'] }}         | ${true}  | ${'by caller, stars anywhere'}
    ${aDependent({ callers: [checkout] })}     | ${{ principals: ['arn:aws:iam::*:role/check'] }}          | ${false} | ${'the whole ARN counts'}
    ${aDependent({ callers: [search] })}       | ${{ requestMetadata: { app: 'search-*' } }}               | ${true}  | ${'by what its requests bear'}
    ${aDependent({ callers: [search] })}       | ${{ requestMetadata: { app: 'search' } }}                 | ${false} | ${'requests that bear another value'}
    ${aDependent({ callers: [search] })}       | ${{ accounts: ['444455556666'], principals: ['*role*'] }} | ${false} | ${'every condition must hold'}
  `('$owned: $why', ({ dependent, route, owned }: { dependent: Dependent; route: Partial<Route>; owned: boolean }) => {
    expect(teamsOf(dependent, { ...route, team: 'payments' })).toEqual([owned ? ['payments', 0] : ['platform', null]]);
  });

  it('the first match wins, and what nobody owns is the default team’s, flagged', () => {
    expect(teamsOf(aDependent(), { regions: ['eu-west-1'], team: 'support' }, { team: 'payments' })).toEqual([
      ['payments', 1],
    ]);
    expect(teamsOf(aDependent())).toEqual([['platform', null]]);
  });
});

describe('use through callers', () => {
  const byCaller = { principals: ['*role/checkout'], team: 'payments' };

  it('is decided caller by caller where a route asks who calls: one dependent, several teams, a share each', () => {
    const shared = aDependent({ callers: [checkout, search] });

    expect(ownershipsOf(shared, routed(byCaller))).toEqual([
      { team: 'payments', route: 0, dependent: shared, callers: [checkout], share: 0.75 },
      { team: 'platform', route: null, dependent: shared, callers: [search], share: 0.25 },
    ]);
  });

  it('is owned as a whole where no route asks who calls', () => {
    const [ownership] = ownershipsOf(aDependent({ callers: [checkout, search] }), routed({ team: 'payments' }));

    expect(ownership).toMatchObject({ team: 'payments', callers: [checkout, search], share: 1 });
  });

  it('is shared evenly where no caller’s calls were counted', () => {
    const uncounted = [checkout, search].map((caller) => ({ ...caller, calls: 0 }));
    const shares = ownershipsOf(aDependent({ callers: uncounted }), routed(byCaller)).map(({ share }) => share);

    expect(shares).toEqual([0.5, 0.5]);
  });
});

describe('an explanation', () => {
  it('gives each route: what did not hold, what matched, and what was not asked any more', () => {
    const tagged = aDependent({ tags: { team: 'checkout' } });
    const routes = routed(
      { accounts: ['444455556666', '777788889999'], team: 'support' },
      { tags: { team: 'pay*' }, team: 'payments' },
      { principals: ['*role/checkout'], team: 'payments' },
      { regions: ['us-east-1'], team: 'platform' },
      { team: 'support' },
    );

    expect(explainOwnership(tagged, routes)).toEqual([
      {
        dependent: tagged,
        caller: null,
        team: 'platform',
        route: 3,
        verdicts: [
          {
            route: 0,
            team: 'support',
            kind: 'notHeld',
            condition: 'accounts',
            expected: '444455556666, 777788889999',
            actual: account,
          },
          {
            route: 1,
            team: 'payments',
            kind: 'notHeld',
            condition: 'tags',
            expected: 'team: pay*',
            actual: 'team: checkout',
          },
          {
            route: 2,
            team: 'payments',
            kind: 'notHeld',
            condition: 'principals',
            expected: '*role/checkout',
            actual: 'none',
          },
          { route: 3, team: 'platform', kind: 'matched' },
          { route: 4, team: 'support', kind: 'notAsked' },
        ],
      },
    ]);
  });

  it('is one for the whole where no route asks who calls', () => {
    const explained = explainOwnership(aDependent({ callers: [checkout, search] }), routed({ team: 'payments' }));

    expect(explained.map(({ caller }) => caller)).toEqual([null]);
  });

  it('is given for each caller where each is decided apart', () => {
    const explained = explainOwnership(
      aDependent({ callers: [checkout, search] }),
      routed({ principals: ['*role/checkout'], team: 'payments' }),
    );

    expect(explained.map(({ caller, team, route }) => [caller?.principal, team, route])).toEqual([
      [checkout.principal, 'payments', 0],
      [search.principal, 'platform', null],
    ]);
  });
});

describe('a notice', () => {
  const reached = (routes: (Partial<Route> & { team: string })[], dependents: Dependent[], regions: string[]) =>
    Object.fromEntries(affectedByTeam(sonnet45, [account], regions, routed(...routes), dependents));

  it('goes to the owners of known dependents, where there are any', () => {
    const tagged = aDependent({ kind: 'agent', tags: { team: 'pay' } });

    expect(
      reached(
        [
          { tags: { team: 'pay' }, team: 'payments' },
          { accounts: [account], team: 'support' },
        ],
        [tagged],
        ['us-east-1', 'eu-west-1'],
      ),
    ).toEqual({
      payments: [{ account, region: 'us-east-1' }],
      support: [{ account, region: 'eu-west-1' }],
    });
  });

  it('about all Regions reaches the owners of dependents in each, and the owner of the rest', () => {
    const tagged = aDependent({ kind: 'agent', region: 'ap-south-1', tags: { team: 'pay' } });

    expect(reached([{ tags: { team: 'pay' }, team: 'payments' }], [tagged], ['all'])).toEqual({
      platform: [{ account, region: 'all' }],
      payments: [{ account, region: 'ap-south-1' }],
    });
  });

  it('passes over routes that a bare account and Region cannot decide', () => {
    expect(
      reached(
        [
          { tags: { team: '*' }, team: 'payments' },
          { principals: ['*'], team: 'payments' },
          { profiles: ['*'], team: 'payments' },
          { requestMetadata: { app: '*' }, team: 'payments' },
          { accounts: [account], team: 'support' },
        ],
        [],
        ['us-east-1'],
      ),
    ).toEqual({ support: [{ account, region: 'us-east-1' }] });
  });

  it('does not ask dependents of other models', () => {
    const other = aDependent({ uses: [], tags: { team: 'pay' } });

    expect(reached([{ tags: { team: 'pay' }, team: 'payments' }], [other], ['us-east-1'])).toEqual({
      platform: [{ account, region: 'us-east-1' }],
    });
  });
});

describe('for any callers and routes', () => {
  const roles = ['checkout', 'search', 'batch', 'checkout-eu'];
  const callers = fc
    .uniqueArray(fc.constantFrom(...roles), { maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((name) => fc.nat(50).map((calls) => aCaller(name, { calls })))));
  const routes = fc.array(
    fc.record({
      accounts: fc.option(fc.subarray([account, '444455556666'])),
      principals: fc.option(fc.subarray(['*', '*role/checkout*', 'arn:*search'])),
      tags: fc.option(fc.constantFrom<Record<string, string>>({ team: '*' }, { team: 'pay' })),
      team: fc.constantFrom('payments', 'support', 'platform'),
    }),
    { maxLength: 5 },
  );
  const dependents = fc
    .tuple(callers, fc.constantFrom<Record<string, string>>({}, { team: 'pay' }, { team: 'else' }))
    .map(([all, tags]) => aDependent({ callers: all, tags }));

  it('every caller is somebody’s, once, and the shares make one whole', () => {
    fc.assert(
      fc.property(dependents, routes, (dependent, some) => {
        const owned = ownershipsOf(dependent, routed(...some));

        expect(owned.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        expect(owned.flatMap((one) => one.callers.map(({ principal }) => principal)).toSorted()).toEqual(
          dependent.callers.map(({ principal }) => principal).toSorted(),
        );
      }),
    );
  });

  it('the explanation ends where the decision does', () => {
    fc.assert(
      fc.property(dependents, routes, (dependent, some) => {
        const configuration = routed(...some);
        const decided = new Set(ownershipsOf(dependent, configuration).map(({ team, route }) => `${route} ${team}`));
        const explained = explainOwnership(dependent, configuration);

        expect(new Set(explained.map(({ team, route }) => `${route} ${team}`))).toEqual(decided);
        for (const { route, verdicts } of explained)
          expect(verdicts.findIndex(({ kind }) => kind === 'matched')).toBe(route ?? -1);
      }),
    );
  });
});

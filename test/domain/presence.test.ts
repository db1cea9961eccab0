import { describe, expect, it } from 'vitest';
import type { Route } from '../../domain/configuration.ts';
import { unconditional } from '../../domain/configuration.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation, sonnet5 } from '../builders/situation.ts';
import { aCaller, aCoverage, aDependent, aProfile, aUsage, usageDays } from '../builders/dependent.ts';

const others = (conditions: Partial<Route>): Route => ({ ...unconditional, ...conditions, team: 'support' });
const presence = (inventory: SituationParts['inventory'], ...routes: Route[]) =>
  aSituation({ routes, inventory: { coverage: [aCoverage()], ...inventory } }).presence;
const used = [aUsage(usageDays('2026-11-10', [100]))];
const callsOn = (inventory: SituationParts['inventory'], ...routes: Route[]) =>
  presence(inventory, ...routes).use.get('2026-11-10')?.calls ?? 0;

describe('what a team has of a dependent', () => {
  const shared = aDependent({ callers: [aCaller('checkout', { calls: 30 }), aCaller('search', { calls: 10 })] });

  it('is one thing, whatever number of routes gave it its parts', () => {
    const routes: Route[] = [
      { ...unconditional, principals: ['*checkout'], team: 'payments' },
      { ...unconditional, principals: ['*search'], team: 'payments' },
    ];
    const { dependents } = presence({ dependents: [shared] }, ...routes);

    expect(dependents).toHaveLength(1);
    expect(dependents[0]?.ownership).toMatchObject({ route: 0, share: 1, callers: shared.callers });
  });

  it('is its own callers’ part, where others call it as well', () => {
    const { dependents } = presence({ dependents: [shared] }, others({ principals: ['*search'] }));

    expect(dependents.map(({ ownership }) => [ownership.share, ownership.route])).toEqual([[0.75, null]]);
  });

  it('is not what rests on another model, nor what is another team’s', () => {
    const other = aDependent({
      id: 'x',
      uses: [{ reference: sonnet5, modelIds: [sonnet5], through: [], purpose: 'inference' }],
    });

    expect(presence({ dependents: [other] }).dependents).toEqual([]);
    expect(presence({ dependents: [aDependent()] }, others({})).dependents).toEqual([]);
  });
});

describe('what a team has of the use', () => {
  it.each`
    inventory                                                                                                           | routes                                      | calls  | why
    ${{ usage: used, dependents: [aDependent()] }}                                                                      | ${[]}                                       | ${100} | ${'all, of its own dependent'}
    ${{ usage: used, dependents: [aDependent({ tags: { team: 'x' } })] }}                                               | ${[others({ tags: { team: 'x' } })]}        | ${0}   | ${'none, of another team’s'}
    ${{ usage: used, dependents: [aDependent({ callers: [aCaller('a', { calls: 3 }), aCaller('b', { calls: 1 })] })] }} | ${[others({ principals: ['*role/a'] })]}    | ${25}  | ${'its callers’ share'}
    ${{ usage: used, former: [aDependent()] }}                                                                          | ${[]}                                       | ${100} | ${'what was used through a thing that is gone'}
    ${{ usage: used, former: [aDependent({ tags: { team: 'x' } })] }}                                                   | ${[others({ tags: { team: 'x' } })]}        | ${0}   | ${'and whose that was'}
    ${{ usage: used }}                                                                                                  | ${[]}                                       | ${100} | ${'where no dependent is known, by account and Region'}
    ${{ usage: used }}                                                                                                  | ${[others({ accounts: ['111122223333'] })]} | ${0}   | ${'which another team may own'}
  `(
    'is $calls of 100 calls: $why',
    ({ inventory, routes, calls }: { inventory: SituationParts['inventory']; routes: Route[]; calls: number }) => {
      expect(callsOn(inventory, ...routes)).toBe(calls);
    },
  );

  it('tells when each dependent was called last', () => {
    const { dependents } = presence({ dependents: [aDependent(), aProfile()], usage: used });

    expect(dependents.map(({ ownership, lastUsedOn }) => [ownership.dependent.kind, lastUsedOn])).toEqual([
      ['onDemand', '2026-11-10'],
      ['applicationInferenceProfile', null],
    ]);
  });
});

import { expect, it } from 'vitest';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation } from '../builders/situation.ts';
import { aCoverage, aDependent, aProfile, aUsage, usageDays } from '../builders/dependent.ts';

const affected = [{ account: '111122223333', region: 'us-east-1' }];
const idleSince = (day: string) => [aUsage(usageDays(day, [1]))];
const seen = { coverage: [aCoverage()] };
const idle = [{ account: '111122223333', lastUsedOn: '2026-11-09' }];
const failure = { account: '111122223333', region: 'us-east-1', call: 'cloudwatch:GetMetricData', error: 'x' };

it.each`
  inventory                                                                       | now             | idles                                                      | why
  ${{ ...seen, usage: idleSince('2026-11-09') }}                                  | ${'2026-11-20'} | ${idle}                                                    | ${'called eleven days ago, and in the last thirty'}
  ${{ ...seen, usage: idleSince('2026-11-10') }}                                  | ${'2026-11-20'} | ${[]}                                                      | ${'ten days are still allowed'}
  ${{ ...seen, usage: idleSince('2026-10-20') }}                                  | ${'2026-11-20'} | ${[]}                                                      | ${'nothing called it for a month, and nothing rests on it'}
  ${{ ...seen, usage: idleSince('2026-10-20'), dependents: [aDependent()] }}      | ${'2026-11-20'} | ${[]}                                                      | ${'use on demand that is over rests on nothing'}
  ${{ ...seen, usage: idleSince('2026-10-20'), dependents: [aProfile()] }}        | ${'2026-11-20'} | ${[{ account: '111122223333', lastUsedOn: '2026-10-20' }]} | ${'a profile still rests on it'}
  ${{ ...seen, dependents: [aProfile()] }}                                        | ${'2026-11-20'} | ${[{ account: '111122223333', lastUsedOn: null }]}         | ${'a profile that nobody was seen to call'}
  ${{ ...seen, dependents: [aProfile()] }}                                        | ${'2026-09-01'} | ${[]}                                                      | ${'an Active model is not taken away'}
  ${{ ...seen, dependents: [aProfile()] }}                                        | ${'2027-04-08'} | ${[]}                                                      | ${'a model that ended cannot be kept'}
  ${{ coverage: [aCoverage({ failures: [failure] })], dependents: [aProfile()] }} | ${'2026-11-20'} | ${[]}                                                      | ${'what could not be read may have been called'}
  ${{ dependents: [aProfile()] }}                                                 | ${'2026-11-20'} | ${[]}                                                      | ${'no sweep looked'}
`('$why', ({ inventory, now, idles }: { inventory: SituationParts['inventory']; now: string; idles: unknown }) => {
  const at = `${now}T09:00:00Z`;
  const coverage = (inventory?.coverage ?? []).map((one) =>
    aCoverage({ at: `${now}T05:00:00.000Z`, failures: one.failures }),
  );

  expect(aSituation({ migration: { affected }, inventory: { ...inventory, coverage }, now: at }).presence.idle).toEqual(
    idles,
  );
});

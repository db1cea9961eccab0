import { expect, it } from 'vitest';
import { restrictionsAt } from '../../domain/restrictions.ts';
import type { Stage } from '../../domain/lifecycle.ts';

const whileLegacy = [
  'noNewCustomers',
  'noNewProvisionedThroughput',
  'noNewFineTuning',
  'noQuotaIncrease',
  'idleLockOut',
];

it.each`
  stage               | names                                                              | why
  ${'active'}         | ${[]}                                                              | ${'everything is allowed'}
  ${'legacy'}         | ${whileLegacy}                                                     | ${'nothing new, and no more of it'}
  ${'extendedAccess'} | ${[...whileLegacy, 'extendedAccessPricing', 'privatePricingKept']} | ${'it is the later part of Legacy, and may cost more'}
  ${'endOfLife'}      | ${['requestsFail']}                                                | ${'nothing else matters any more'}
`('$stage restricts $names: $why', ({ stage, names }: { stage: Stage; names: string[] }) => {
  expect(restrictionsAt(stage).map(({ name }) => name)).toEqual(names);
});

it('the idle lock-out counts the shorter of the two periods that AWS has named', () => {
  expect(restrictionsAt('legacy').find(({ name }) => name === 'idleLockOut')?.text).toMatch(/for 15 days/);
});

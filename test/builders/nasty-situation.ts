import fc from 'fast-check';
import type { Situation } from '../../domain/situation.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import { aCaller, aCoverage, aDependent, aUsage, usageDays } from './dependent.ts';
import { replacementQuota } from './swept-situation.ts';
import {
  aCatalogue,
  aCatalogueModel,
  aMigration,
  aSituation,
  aWithdrawal,
  aWord,
  manyAffected,
  sonnet45,
  sonnet5,
} from './situation.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.constantFrom(
    '<'.repeat(200),
    '&'.repeat(250),
    '"\\'.repeat(125),
    '👩‍🚀'.repeat(60),
    '*_~`|@[]()#',
    '<!channel>',
    '-->',
  ),
);
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const word = fc
  .tuple(
    fc.constantFrom('legacy', 'extendedAccess', 'endOfLife', 'noSoonerThan'),
    day,
    fc.constantFrom('health', 'api', 'catalogue', 'operator'),
    fc.constantFrom('all', 'ap-southeast-1', 'ap-southeast-7', 'ap-southeast-60'),
    nasty,
  )
  .map(([name, value, source, region, reference]) => aWord(name, value, { source, region, reference }));
const job = fc.tuple(nasty, nasty, day).map(([jobName, failure, at]) => ({
  modelId: sonnet45,
  kind: 'batchInference' as const,
  jobArn: 'arn',
  jobName,
  status: 'Failed',
  account: '111122223333',
  region: 'us-east-1',
  at,
  failure,
}));

/** Situations at the edges: up to 60 Regions, 200 accounts, names of 250 characters made to break markup. */
export const nastySituations: fc.Arbitrary<Situation> = fc
  .record({
    name: nasty,
    words: fc.array(word, { maxLength: 30 }),
    withdrawn: fc.boolean(),
    accounts: fc.constantFrom(0, 1, 100, 200),
    regions: fc.constantFrom(1, 2, 60),
    names: fc.array(nasty, { maxLength: 40 }),
    replacedBy: fc.array(nasty, { maxLength: 30 }),
    jobs: fc.array(job, { maxLength: 25 }),
    url: fc.oneof(nasty, fc.webUrl()),
    dependents: fc.array(fc.tuple(fc.constantFrom(...dependentKinds), nasty, nasty), { maxLength: 120 }),
    callers: fc.array(nasty, { maxLength: 30 }),
    failures: fc.array(nasty, { maxLength: 40 }),
    calls: fc.array(fc.nat(1_000_000_000), { maxLength: 90 }),
    acknowledged: fc.option(nasty),
    done: fc.boolean(),
    now: day,
  })
  .map(
    ({
      name,
      words,
      withdrawn,
      accounts,
      regions,
      names,
      replacedBy,
      jobs,
      url,
      now,
      dependents,
      callers,
      failures,
      calls,
      acknowledged,
      done,
    }) =>
      aSituation({
        catalogue: aCatalogue(
          aCatalogueModel(sonnet45, { name, replacedBy: [...replacedBy, sonnet5] }),
          aCatalogueModel(sonnet5, { name }),
        ),
        heard: { words, withdrawals: withdrawn ? [aWithdrawal({ reference: url })] : [], jobs },
        migration: {
          affected: manyAffected(accounts, regions),
          namedOnly: names,
          named: names,
          notices: names.map((reference) => ({ reference, asOf: '2026-10-08', closed: true })),
          prices: names.map(() => ({ input: 0.006, output: 0.03, effective: '2027-01-08' })),
          acknowledged: acknowledged === null ? null : { by: acknowledged, at: '2026-11-18T06:00:00.000Z' },
          ...(done && { status: 'done', statusSince: '2026-11-10' }),
          ticket: { key: `${name}#1`, url },
          thread: { ...aMigration().thread, channel: 'C0123456789', ts: '1.2', permalink: url },
        },
        inventory: {
          dependents: dependents.map(([kind, one, tag], index) =>
            aDependent({
              kind,
              id: `arn ${index} ${one}`,
              name: one,
              pinnedBy: [tag],
              callers: callers.map((principal) => aCaller('any', { principal })),
            }),
          ),
          usage: calls.length > 0 ? [aUsage(usageDays('2026-08-20', calls))] : [],
          quotas: names.map((quota, index) => ({
            ...replacementQuota,
            name: quota,
            code: quota,
            region: `r-${index}`,
          })),
          coverage: [
            aCoverage({
              region: 'ap-southeast-1',
              failures: failures.map((error) => ({
                account: '100000000000',
                region: 'ap-southeast-1',
                call: error,
                error,
              })),
            }),
          ],
        },
        priceList: () => ({ input: 1e9, output: 1e-9, currency: 'USD', source: name, asOf: url }),
        team: { name, timeZone: 'Asia/Tokyo' },
        now: `${now}T12:00:00Z`,
      }),
  );

import { describe, expect, it } from 'vitest';
import { store } from '../../adapters/store.ts';
import type { Withdrawal, Word } from '../../domain/lifecycle.ts';
import { readHealthEvent } from '../../events/health-event.ts';
import { aHealthPayload } from '../builders/health-payload.ts';
import { aMigration, aWithdrawal, saidByHealth, sonnet45, utc } from '../builders/situation.ts';
import { aTable } from './local-table.ts';

const aStore = async () => store(await aTable());
const day = (number: number) => ({ asOf: `2026-11-0${number}T00:00:00.000Z` });
const said = (words: readonly Word[]) =>
  words.map(({ region, name, value }) => `${region} ${name} ${value}`).toSorted();

describe('words', () => {
  const first = saidByHealth('endOfLife', '2027-04-08', day(1));
  const second = saidByHealth('endOfLife', '2027-06-08', day(2));

  it.each`
    orders                                            | value           | why
    ${[[first], [second]]}                            | ${'2027-06-08'} | ${'the newer word replaces the older'}
    ${[[second], [first]]}                            | ${'2027-06-08'} | ${'also when it came first'}
    ${[[first, second]]}                              | ${'2027-06-08'} | ${'also in one notice'}
    ${[[first], [second], [{ ...first, ...day(3) }]]} | ${'2027-04-08'} | ${'a date that moves back'}
    ${[[{ ...first, ...day(3) }], [first], [second]]} | ${'2027-04-08'} | ${'a reminder before what it reminds of'}
  `('$why', async ({ orders, value }: { orders: Word[][]; value: string }) => {
    const kept = await aStore();

    for (const words of orders) await kept.putWords(words);

    expect(said((await kept.heard(sonnet45)).words)).toEqual([`all endOfLife ${value}`]);
  });

  it('a word that is said again keeps the day on which it was first said, and where', async () => {
    const kept = await aStore();

    await kept.putWords([{ ...first, reference: 'the notice' }]);
    await kept.putWords([{ ...first, ...day(3), reference: 'the reminder' }]);

    expect((await kept.heard(sonnet45)).words).toMatchObject([
      { ...day(1), confirmedAt: day(3).asOf, reference: 'the notice' },
    ]);
  });

  it('of sources, Regions, dates and models stand beside each other', async () => {
    const kept = await aStore();

    await kept.putWords([
      first,
      { ...first, source: 'api' },
      { ...first, region: 'us-east-1' },
      { ...first, name: 'legacy', value: '2026-10-08' },
      { ...first, modelId: 'another.model-1' },
    ]);

    expect(said((await kept.heard(sonnet45)).words)).toEqual([
      'all endOfLife 2027-04-08',
      'all endOfLife 2027-04-08',
      'all legacy 2026-10-08',
      'us-east-1 endOfLife 2027-04-08',
    ]);
  });

  it('written at the same time are all kept', async () => {
    const kept = await aStore();
    const names = ['launch', 'legacy', 'extendedAccess', 'endOfLife', 'noSoonerThan'] as const;

    await Promise.all(names.map((name) => kept.putWords([saidByHealth(name, '2027-04-08', day(1))])));

    expect((await kept.heard(sonnet45)).words.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
  });
});

describe('withdrawals', () => {
  const gone = aWithdrawal(day(1));
  const back = aWithdrawal({ ...day(2), withdrawn: false });

  it.each`
    order                                   | stands                    | why
    ${[gone, back]}                         | ${back}                   | ${'given back'}
    ${[back, gone]}                         | ${back}                   | ${'given back, whatever came first'}
    ${[gone, { ...gone, ...day(3) }]}       | ${gone}                   | ${'said again: since when it is gone'}
    ${[gone, back, { ...gone, ...day(3) }]} | ${{ ...gone, ...day(3) }} | ${'gone once more'}
  `('$why', async ({ order, stands }: { order: Withdrawal[]; stands: Withdrawal }) => {
    const kept = await aStore();

    for (const withdrawal of order) await kept.putWithdrawals([withdrawal]);

    expect((await kept.heard(sonnet45)).withdrawals).toEqual([stands]);
  });
});

describe('migrations', () => {
  it('are written by whoever read them last, and by nobody else', async () => {
    const kept = await aStore();
    const fresh = aMigration({ version: 0 });

    expect(await kept.putMigration(fresh)).toBe(true);
    expect(await kept.putMigration(fresh)).toBe(false);
    const read = await kept.migration(fresh.id);
    expect(read).toEqual({ ...fresh, version: 1 });
    if (!read) return;

    const both = await Promise.all([
      kept.putMigration({ ...read, namedOnly: ['a'] }),
      kept.putMigration({ ...read, namedOnly: ['b'] }),
    ]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await kept.putMigration(read)).toBe(false);
    expect((await kept.migrations()).map(({ version }) => version)).toEqual([2]);
  });

  it('that nobody wrote are not there', async () => {
    expect(await (await aStore()).migration('none')).toBeNull();
  });
});

describe('pages', () => {
  const page = (number: number, entity = `resource-${number}`) =>
    readHealthEvent(aHealthPayload({ page: number, totalPages: 12, affectedEntities: [{ entityValue: entity }] }));
  const noon = utc('2026-11-20T12:00:00Z');

  it('gather until they are dropped, a repeated one once', async () => {
    const kept = await aStore();

    await kept.putPage('one', page(10), noon);
    await kept.putPage('one', page(2), noon);
    await kept.putPage('one', page(2, 'updated'), noon);
    await kept.putPage('one again', page(1), noon);
    const pages = await kept.putPage('one', page(1), noon);

    expect(pages.map((one) => one.page)).toEqual([1, 2, 10]);
    expect(pages[1]?.entities).toEqual([{ value: 'updated', status: null }]);

    await kept.dropPages('one');
    expect(await kept.putPage('one', page(3), noon)).toHaveLength(1);
    expect(await kept.putPage('one again', page(2), noon)).toHaveLength(2);
  });

  it('are late when the newest of them is', async () => {
    const kept = await aStore();
    await kept.putPage('late', page(1), noon.minus({ hours: 30 }));
    await kept.putPage('coming in', page(1), noon.minus({ hours: 30 }));
    await kept.putPage('coming in', page(2), noon);

    const late = await kept.pagesSeenBefore(noon.minus({ hours: 24 }));

    expect([...late].map(([key, pages]) => [key, pages.map((one) => one.page)])).toEqual([['late', [1]]]);
  });
});

describe('jobs and deliveries', () => {
  const job = {
    modelId: sonnet45,
    kind: 'batchInference',
    jobArn: 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl',
    jobName: 'nightly',
    status: 'InProgress',
    account: '111122223333',
    region: 'us-east-1',
    at: '2026-11-20T01:00:00.000Z',
    failure: null,
  } as const;

  it('each change of a job is kept once, in the order of time', async () => {
    const kept = await aStore();
    const completed = { ...job, status: 'Completed', at: '2026-11-20T02:00:00.000Z' };

    for (const change of [completed, job, completed]) await kept.putJob(change);

    expect((await kept.heard(sonnet45)).jobs).toEqual([job, completed]);
  });

  it('of a form is remembered when it was asked for last: what was asked before is out of date', async () => {
    const kept = await aStore();
    const [early, late] = ['2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.300Z'];

    expect(await kept.putFormAsked('V1', early)).toBe(true);
    expect(await kept.putFormAsked('V1', early)).toBe(true);
    expect(await kept.putFormAsked('V1', late)).toBe(true);
    expect(await kept.putFormAsked('V1', early)).toBe(false);
    expect(await kept.putFormAsked('V2', early)).toBe(true);
  });

  it('a delivery is remembered', async () => {
    const kept = await aStore();

    await kept.putDelivered('key', utc('2026-11-20'));

    expect(await kept.wasDelivered('key')).toBe(true);
    expect(await kept.wasDelivered('another')).toBe(false);
  });
});

it('names of any length are kept apart: AWS allows an event ARN 1,600 characters, DynamoDB a sort key 1,024 bytes', async () => {
  const kept = await aStore();
  const [long, other] = [`${'x'.repeat(1600)}a`, `${'x'.repeat(1600)}b`];
  const noon = utc('2026-11-20T12:00:00Z');

  await kept.putDelivered(long, noon);
  await kept.putWords([saidByHealth('endOfLife', '2027-04-08', { modelId: long, region: long })]);
  await kept.putMigration(aMigration({ id: long, version: 0 }));

  expect([await kept.wasDelivered(long), await kept.wasDelivered(other)]).toEqual([true, false]);
  expect([(await kept.heard(long)).words.length, (await kept.heard(other)).words.length]).toEqual([1, 0]);
  expect([(await kept.migration(long))?.id, await kept.migration(other)]).toEqual([long, null]);
  expect(await kept.putPage(long, readHealthEvent(aHealthPayload()), noon)).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { ledger } from '../../adapters/ledger.ts';
import { utc } from '../builders/situation.ts';
import { aTable } from './local-table.ts';

const ticket = { key: 'acme/payments#12', url: 'https://github.com/acme/payments/issues/12' };

/** Ledgers of two processes over one table, with a clock that can be set. */
async function twoLedgers(seconds = 60) {
  const table = await aTable();
  const time = { now: utc('2026-11-20T09:00:00Z') };
  const of = () => ledger(table, { now: () => time.now, seconds });
  return { one: of(), other: of(), later: (by: number) => (time.now = time.now.plus({ seconds: by })) };
}

describe('a claim', () => {
  it('is won by one of many that ask at the same time', async () => {
    const { one, other } = await twoLedgers();

    const claims = await Promise.all([one, other, one, other].map((ledger) => ledger.claim('openTicket|a')));

    expect(claims.map(({ kind }) => kind).toSorted()).toEqual(['held', 'held', 'held', 'mine']);
    expect(claims.find(({ kind }) => kind === 'mine')).toEqual({ kind: 'mine', again: false });
  });

  it('keeps others out until it is settled, and then tells them what came of it', async () => {
    const { one, other } = await twoLedgers();
    await one.claim('openTicket|a');

    expect(await other.claim('openTicket|a')).toEqual({ kind: 'held' });
    await one.settle('openTicket|a', ticket);
    expect(await other.claim('openTicket|a')).toEqual({ kind: 'settled', outcome: ticket });
    expect(await one.claim('openTicket|a')).toEqual({ kind: 'settled', outcome: ticket });
  });

  it('that leaves nothing behind is settled all the same', async () => {
    const { one, other } = await twoLedgers();
    await one.claim('updateMessage|a');

    await one.settle('updateMessage|a', null);

    expect(await other.claim('updateMessage|a')).toEqual({ kind: 'settled', outcome: null });
  });

  it('of another key is another’s', async () => {
    const { one, other } = await twoLedgers();
    await one.claim('openTicket|a');

    expect(await other.claim('openTicket|b')).toEqual({ kind: 'mine', again: false });
  });
});

describe('a claim that was never settled', () => {
  it('is taken over once its lease is over, by one, who is told that somebody may have acted', async () => {
    const { one, other, later } = await twoLedgers(60);
    await one.claim('openTicket|a');

    later(59);
    expect(await other.claim('openTicket|a')).toEqual({ kind: 'held' });
    later(2);
    const claims = await Promise.all([one, other, other].map((ledger) => ledger.claim('openTicket|a')));

    expect(claims.map(({ kind }) => kind).toSorted()).toEqual(['held', 'held', 'mine']);
    expect(claims.find(({ kind }) => kind === 'mine')).toEqual({ kind: 'mine', again: true });
  });

  it('is taken over at once where only one process can run at a time', async () => {
    const { one, other } = await twoLedgers(0);
    await one.claim('openTicket|a');

    expect(await other.claim('openTicket|a')).toEqual({ kind: 'mine', again: true });
  });

  it('and was released after a fault is free, and still says that somebody may have acted', async () => {
    const { one, other } = await twoLedgers(60);
    await one.claim('openTicket|a');

    await one.release('openTicket|a');

    expect(await other.claim('openTicket|a')).toEqual({ kind: 'mine', again: true });
    expect(await one.claim('openTicket|a')).toEqual({ kind: 'held' });
  });
});

it('releasing what somebody else took over changes nothing: a successor keeps its claim', async () => {
  const { one, other, later } = await twoLedgers(30);
  await one.claim('reconcile|a');
  later(31);
  expect(await other.claim('reconcile|a')).toEqual({ kind: 'mine', again: true });

  await one.release('reconcile|a');

  expect(await one.claim('reconcile|a')).toEqual({ kind: 'held' });
});

it('releasing what is settled changes nothing', async () => {
  const { one, other } = await twoLedgers();
  await one.claim('openTicket|a');
  await one.settle('openTicket|a', ticket);

  await one.release('openTicket|a');

  expect(await other.claim('openTicket|a')).toEqual({ kind: 'settled', outcome: ticket });
});

it('takes keys longer than DynamoDB lets a key be', async () => {
  const { one, other } = await twoLedgers();
  const long = 'x'.repeat(5000);

  expect(await one.claim(`${long}a`)).toEqual({ kind: 'mine', again: false });
  expect(await other.claim(`${long}b`)).toEqual({ kind: 'mine', again: false });
});

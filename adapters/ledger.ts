import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { ThreadRef, TicketRef } from '../domain/migration.ts';
import type { Item, Table } from './table.ts';
import { absent } from './table.ts';

type Outcome = TicketRef | ThreadRef | null;

type Claim =
  | { readonly kind: 'mine'; readonly again: boolean }
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  | { readonly kind: 'held' };

export interface Lease {
  readonly now: () => DateTime;
  /** How long a claim keeps others out. 0 where only one process can run at a time: a claim found is then a dead process's. */
  readonly seconds: number;
}

/**
 * The ledger of actions. A key is claimed with a conditional write before the act and settled after it; a claim that outlived its
 * lease is taken over, and its new owner is told that somebody may have acted before.
 */
export function ledger(table: Table, lease: Lease) {
  const until = () => lease.now().plus({ seconds: lease.seconds }).toUTC().toISO() ?? '';
  const claimed = (key: string, turn: number): Item => ({
    ...keyOf(key),
    key,
    state: 'claimed',
    heldUntil: until(),
    turn,
  });

  return {
    async claim(key: string): Promise<Claim> {
      if (await table.put(claimed(key, 1), absent)) return { kind: 'mine', again: false };

      const { pk, sk } = keyOf(key);
      const known = await table.get(pk, sk);
      if (known?.['state'] === 'settled')
        return { kind: 'settled', outcome: (known['outcome'] as Outcome | undefined) ?? null };
      if (known && String(known['heldUntil']) > (lease.now().toUTC().toISO() ?? '')) return { kind: 'held' };

      const turn = Number(known?.['turn'] ?? 0);
      const unchanged = { expression: 'turn = :turn', values: { ':turn': turn } };
      return (await table.put(claimed(key, turn + 1), unchanged)) ? { kind: 'mine', again: true } : { kind: 'held' };
    },
    async settle(key: string, outcome: Outcome): Promise<void> {
      await table.put({ ...keyOf(key), key, state: 'settled', outcome, settledAt: lease.now().toUTC().toISO() });
    },
    async release(key: string): Promise<void> {
      const { pk, sk } = keyOf(key);
      const known = await table.get(pk, sk);
      if (known?.['state'] === 'claimed') await table.put({ ...known, pk, sk, heldUntil: '' });
    },
  };
}

/** Keys can be longer than DynamoDB lets a partition key be. */
function keyOf(key: string): { readonly pk: string; readonly sk: string } {
  return { pk: `ACTION#${createHash('sha256').update(key).digest('hex')}`, sk: 'ACTION' };
}

import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { ThreadRef, TicketRef } from '../domain/migration.ts';
import type { Condition, Item, Table } from './table.ts';
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
 * lease is taken over, and its new owner is told that somebody may have acted before. A process remembers the turn at which it holds a
 * key, so that it gives up its own claim only.
 */
export function ledger(table: Table, lease: Lease) {
  const held = new Map<string, number>();
  const until = () => lease.now().plus({ seconds: lease.seconds }).toUTC().toISO() ?? '';
  const claimed = (key: string, turn: number): Item => ({
    ...keyOf(key),
    key,
    state: 'claimed',
    heldUntil: until(),
    turn,
  });

  const mine = (key: string, turn: number): Claim => {
    held.set(key, turn);
    return { kind: 'mine', again: turn > 1 };
  };

  return {
    async claim(key: string): Promise<Claim> {
      if (await table.put(claimed(key, 1), absent)) return mine(key, 1);

      const { pk, sk } = keyOf(key);
      const known = await table.get(pk, sk);
      if (known?.['state'] === 'settled')
        return { kind: 'settled', outcome: (known['outcome'] as Outcome | undefined) ?? null };
      if (known && String(known['heldUntil']) > (lease.now().toUTC().toISO() ?? '')) return { kind: 'held' };

      const turn = Number(known?.['turn'] ?? 0);
      return (await table.put(claimed(key, turn + 1), atTurn(turn))) ? mine(key, turn + 1) : { kind: 'held' };
    },
    async settle(key: string, outcome: Outcome): Promise<void> {
      held.delete(key);
      await table.put({ ...keyOf(key), key, state: 'settled', outcome, settledAt: lease.now().toUTC().toISO() });
    },
    async release(key: string): Promise<void> {
      const turn = held.get(key);
      held.delete(key);
      // What was taken over or settled meanwhile has another turn, or none.
      if (turn !== undefined) await table.put({ ...claimed(key, turn), heldUntil: '' }, atTurn(turn));
    },
  };
}

function atTurn(turn: number): Condition {
  return { expression: 'turn = :turn', values: { ':turn': turn } };
}

/** Keys can be longer than DynamoDB lets a partition key be. */
function keyOf(key: string): { readonly pk: string; readonly sk: string } {
  return { pk: `ACTION#${createHash('sha256').update(key).digest('hex')}`, sk: 'ACTION' };
}

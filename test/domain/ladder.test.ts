import { describe, expect, it } from 'vitest';
import type { BurnDown } from '../../domain/burn-down.ts';
import { rungReached } from '../../domain/ladder.ts';
import type { Migration } from '../../domain/migration.ts';
import { aMigration, aSituation, utc } from '../builders/situation.ts';

const now = utc('2026-11-20T09:00:00Z');
const read = { ticketReadAt: '2026-11-20T06:00:00.000Z', acknowledged: null };
const taken = { ...read, acknowledged: { by: 'ana', at: '2026-11-18T06:00:00.000Z' } };
const unknown: BurnDown = { kind: 'unknown' };
const behind = (daysBehind: number): BurnDown => ({
  kind: 'known',
  days: [],
  seenThrough: '2026-11-19',
  baseline: 100,
  remaining: 1,
  planned: 0.5,
  behind: daysBehind > 0,
  daysBehind,
  quietDays: 0,
  lastUsedOn: '2026-11-20',
});

describe('the rung that is reached', () => {
  it.each`
    migration                                                                        | burnDown      | rung                                              | why
    ${{ ...read, openedOn: '2026-11-18' }}                                           | ${unknown}    | ${null}                                           | ${'two days are not three'}
    ${{ ...read, openedOn: '2026-11-17' }}                                           | ${unknown}    | ${{ number: 1, why: 'unacknowledged', days: 3 }}  | ${'three days without anybody'}
    ${{ ...read, openedOn: '2026-11-13' }}                                           | ${unknown}    | ${{ number: 2, why: 'unacknowledged', days: 7 }}  | ${'a week'}
    ${{ ...read, openedOn: '2026-10-01' }}                                           | ${unknown}    | ${{ number: 3, why: 'unacknowledged', days: 50 }} | ${'the highest and no more'}
    ${{ ...taken, openedOn: '2026-10-01' }}                                          | ${unknown}    | ${null}                                           | ${'somebody has the ticket'}
    ${{ acknowledged: null, ticketReadAt: null, openedOn: '2026-10-01' }}            | ${unknown}    | ${null}                                           | ${'nobody looked at the ticket'}
    ${{ ...read, ticketReadAt: '2026-11-17T06:00:00.000Z', openedOn: '2026-10-01' }} | ${unknown}    | ${null}                                           | ${'nobody looked for days: it may have been taken'}
    ${{ ...taken, openedOn: '2026-10-01' }}                                          | ${behind(2)}  | ${null}                                           | ${'two days behind'}
    ${{ ...taken, openedOn: '2026-10-01' }}                                          | ${behind(8)}  | ${{ number: 2, why: 'behind', days: 8 }}          | ${'behind, though somebody has it'}
    ${{ ...read, openedOn: '2026-11-17' }}                                           | ${behind(14)} | ${{ number: 3, why: 'behind', days: 14 }}         | ${'whichever is higher'}
    ${{ ...read, status: 'done', openedOn: '2026-10-01' }}                           | ${behind(14)} | ${null}                                           | ${'what is done needs nobody'}
  `(
    '$rung.number: $why',
    ({ migration, burnDown, rung }: { migration: Partial<Migration>; burnDown: BurnDown; rung: unknown }) => {
      expect(rungReached(aMigration(migration), burnDown, [3, 7, 14], now)).toEqual(rung);
    },
  );

  it('is none where the ladder has no rungs', () => {
    expect(aSituation({ migration: read, policy: { escalationDays: [] } }).rung).toBeNull();
  });
});

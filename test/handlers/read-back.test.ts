import { describe, expect, it } from 'vitest';
import type { Migration } from '../../domain/migration.ts';
import { readBack } from '../../handlers/read-back.ts';
import { aConfiguration } from '../builders/configuration.ts';
import { aMigration, utc } from '../builders/situation.ts';

const at = '2026-11-20T06:00:00.000Z';

async function afterReading(
  seen: { assignee: string | null; closed: boolean },
  before: Partial<Migration> = {},
): Promise<Migration | null> {
  let kept: Migration | null = null;
  let refused = false;
  await readBack('id', {
    now: () => utc(at),
    store: {
      migration: () => Promise.resolve(aMigration(before)),
      putMigration: (migration: Migration) => {
        // Somebody else wrote first, once.
        if (!refused) {
          refused = true;
          return Promise.resolve(false);
        }
        kept = migration;
        return Promise.resolve(true);
      },
    } as never,
    configuration: aConfiguration(),
    tickets: () => ({ readBack: () => Promise.resolve(seen) }) as never,
  });
  return kept;
}

describe('who has a ticket', () => {
  it.each`
    seen                                  | before                                                         | acknowledged                                 | why
    ${{ assignee: 'ana', closed: false }} | ${{}}                                                          | ${{ by: 'ana', at }}                         | ${'it has an assignee'}
    ${{ assignee: 'ana', closed: false }} | ${{ acknowledged: { by: 'ana', at: '2026-11-18T06:00:00Z' } }} | ${{ by: 'ana', at: '2026-11-18T06:00:00Z' }} | ${'since it was first seen'}
    ${{ assignee: 'ben', closed: false }} | ${{ acknowledged: { by: 'ana', at: '2026-11-18T06:00:00Z' } }} | ${{ by: 'ben', at }}                         | ${'it was handed over'}
    ${{ assignee: null, closed: true }}   | ${{}}                                                          | ${{ by: null, at }}                          | ${'somebody closed it'}
    ${{ assignee: null, closed: false }}  | ${{ acknowledged: { by: 'ana', at: '2026-11-18T06:00:00Z' } }} | ${null}                                      | ${'nobody has it any more'}
  `('is remembered: $why', async ({ seen, before, acknowledged }: Row) => {
    expect(await afterReading(seen, before)).toMatchObject({ acknowledged, ticketReadAt: at });
  });

  it.each`
    before                | why
    ${{ ticket: null }}   | ${'there is no ticket yet'}
    ${{ status: 'done' }} | ${'it is done'}
  `('is not asked where $why', async ({ before }: Row) => {
    expect(await afterReading({ assignee: 'ana', closed: false }, before)).toBeNull();
  });
});

interface Row {
  readonly seen: { assignee: string | null; closed: boolean };
  readonly before: Partial<Migration>;
  readonly acknowledged: unknown;
}

import { expect, it } from 'vitest';
import { reconcile } from '../../handlers/reconcile.ts';
import type { Deps } from '../../handlers/ports.ts';
import { singleProcessLedger } from '../../local/single-process-ledger.ts';
import { aMigration, sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const id = `${sonnet45}/platform`;
const at = '2026-11-20T09:00:00.000Z';

/** A migration that was told of, in a Slack in which the first edit takes longer than all others. */
async function aWorld() {
  const { deps, world } = rememberingDeps();
  world.migrations.set(id, aMigration({ id, team: 'platform', ticket: null, thread: null }));
  await reconcile(id, deps);
  const shown: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let edits = 0;
  const slow: Deps = {
    ...deps,
    ledger: singleProcessLedger(deps.ledger),
    chat: {
      ...deps.chat,
      async update(_, { text }) {
        edits += 1;
        if (edits === 1) await held;
        shown.push(text);
      },
    },
  };
  return { deps: slow, world, shown, release: () => release() };
}

it('an edit of an older state never lands after that of a newer one', async () => {
  const { deps, world, shown, release } = await aWorld();
  const decide = (change: object) => {
    const migration = world.migrations.get(id);
    if (migration) world.migrations.set(id, { ...migration, ...change, version: migration.version + 1 });
  };

  decide({ owner: { person: 'U0000000001', by: 'U0000000001', at } });
  const first = reconcile(id, deps);
  await new Promise((resolve) => setImmediate(resolve));
  decide({ acknowledged: { by: 'U0000000002', at, where: 'slack' } });
  const second = reconcile(id, deps);
  await new Promise((resolve) => setImmediate(resolve));
  release();
  await Promise.all([first, second]);

  expect(shown.at(-1)).toContain('Acknowledged by <@U0000000002>');
  expect(shown.at(-1)).toContain('Owner: <@U0000000001>');
  expect(world.did.filter((what) => what.startsWith('reply '))).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { reconcile } from '../../handlers/reconcile.ts';
import type { Deps } from '../../handlers/ports.ts';
import { aMigration, sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const id = `${sonnet45}/platform`;
const archived = 'C0000000OLD';
const elsewhere = { channel: 'C0000000NEW', ts: '9.9', permalink: null };

class SlackChannelGoneError extends Error {
  override readonly name = 'SlackChannelGoneError';
}

/** A migration whose channel was archived after it was told; what is posted goes elsewhere, as the adapter does it. */
async function aWorld() {
  const { deps, world } = rememberingDeps();
  world.migrations.set(id, aMigration({ id, team: 'platform', ticket: null, thread: null }));
  await reconcile(id, deps);
  const told = world.migrations.get(id);
  if (told) world.migrations.set(id, { ...told, thread: { channel: archived, ts: '1.2', permalink: null } });
  world.did.length = 0;

  const refuse = (channel: string) =>
    channel === archived ? Promise.reject(new SlackChannelGoneError('Slack refused')) : null;
  const moving: Deps = {
    ...deps,
    chat: {
      ...deps.chat,
      post: (channel, key, message) => deps.chat.post(channel, key, message).then(() => elsewhere),
      update: (thread) => refuse(thread.channel) ?? Promise.resolve(),
      reply: (thread, key, message) => refuse(thread.channel) ?? deps.chat.reply(thread, key, message),
    },
  };
  return { deps: moving, world, thread: () => world.migrations.get(id)?.thread };
}

const owner = { person: 'U0123456789', by: 'U0123456789', at: '2026-11-20T09:00:00.000Z' };

describe('a thread whose channel is gone', () => {
  it('is begun anew where the team can be reached, once, and gone on with there', async () => {
    const { deps, world, thread } = await aWorld();
    const migration = world.migrations.get(id);
    if (migration) world.migrations.set(id, { ...migration, owner });
    await reconcile(id, deps);

    expect(thread()).toEqual(elsewhere);
    expect(world.did.filter((what) => what.startsWith('post '))).toHaveLength(1);
    expect(world.did.filter((what) => what.startsWith('reply '))).toHaveLength(1);

    world.now = '2026-11-21T09:00:00Z';
    await reconcile(id, deps);
    expect(world.did.filter((what) => what.startsWith('post '))).toHaveLength(1);
  });

  it.each([1, 2, 3])('is begun once although the process dies after %i things were done', async (after) => {
    const { deps, world, thread } = await aWorld();
    const migration = world.migrations.get(id);
    if (migration) world.migrations.set(id, { ...migration, owner });
    world.diesAfter = after;
    await reconcile(id, deps).catch(() => undefined);
    world.diesAfter = Infinity;
    await reconcile(id, deps);

    expect(thread()).toMatchObject({ ts: expect.any(String) as string });
    expect(world.did.filter((what) => what.startsWith('post '))).toHaveLength(1);
    expect(world.did.filter((what) => what.startsWith('reply '))).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { UnreadableEventError } from '../../events/unreadable-event.ts';
import { onComparisonRequested } from '../../handlers/on-comparison-requested.ts';
import { aRequestEvent } from '../builders/comparison.ts';
import { aMigration } from '../builders/situation.ts';
import { withoutChannel } from '../fakes/gone-channel.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';

const never = { channel: '', ts: '', permalink: null };

function aWorld() {
  const fake = comparisonDeps();
  fake.world.migrations.set(aMigration().id, aMigration());
  const starts = () => fake.world.did.filter((what) => what.startsWith('start '));
  const replies = () => fake.world.did.filter((what) => what.startsWith('reply '));
  return { ...fake, starts, replies };
}

describe('a comparison that is asked for', () => {
  it('begins, and its one message of progress stands in the thread with a way to cancel it', async () => {
    const { deps, seen, starts, replies } = aWorld();

    await onComparisonRequested(aRequestEvent(), deps);

    const [run] = [...seen.runs.values()];
    expect(starts()).toEqual([`start ${run?.runId ?? ''}`]);
    expect(replies()).toEqual([expect.stringContaining('Preparing')]);
    expect(run).toMatchObject({ status: 'requested', told: { [aMigration().id]: { ts: '9.1' } } });
    expect(run?.runId).toMatch(/^run-[0-9a-f]{24}$/);
  });

  it('keeps what people call the models', async () => {
    const { deps, seen, replies } = aWorld();
    const names = { current: 'support-lite (on-demand deployment)', candidate: 'renewed (on-demand deployment)' };

    await onComparisonRequested(aRequestEvent({ names }), deps);

    expect([...seen.runs.values()]).toMatchObject([{ names }]);
    expect(replies()[0]).toContain('Comparison of support-lite (on-demand deployment) with renewed');
  });

  it('is one run for two people, and the thread hears who else wants to know', async () => {
    const { deps, seen, starts, replies } = aWorld();

    await onComparisonRequested(aRequestEvent(), deps);
    await onComparisonRequested(aRequestEvent({ key: 'request-2', requestedBy: 'U0000000002' }), deps);

    expect(seen.runs.size).toBe(1);
    expect(new Set(starts()).size).toBe(1);
    expect(replies().slice(1)).toEqual([expect.stringContaining('<@U0000000002> asked for the same comparison')]);
  });

  it('is told in the threads of all who asked', async () => {
    const { deps, seen, world, replies } = aWorld();
    const other = aMigration({ team: 'support' });
    world.migrations.set(other.id, other);

    await onComparisonRequested(aRequestEvent(), deps);
    await onComparisonRequested(aRequestEvent({ key: 'request-2', migrationIds: [other.id] }), deps);

    const [run] = [...seen.runs.values()];
    expect(Object.keys(run?.told ?? {})).toEqual([aMigration().id, other.id]);
    expect(replies().filter((reply) => reply.includes('|progress|'))).toHaveLength(2);
  });

  it('is begun once by two who ask at the same moment', async () => {
    const { deps, seen, starts } = aWorld();

    await Promise.all([
      onComparisonRequested(aRequestEvent(), deps),
      onComparisonRequested(aRequestEvent({ key: 'request-2' }), deps),
    ]);

    expect(seen.runs.size).toBe(1);
    expect(new Set(starts()).size).toBe(1);
  });

  it('needs no migration, and no thread', async () => {
    const { deps, starts, replies } = aWorld();

    await onComparisonRequested(aRequestEvent({ migrationIds: ['nobody/knows'] }), deps);

    expect(starts()).toHaveLength(1);
    expect(replies()).toEqual([]);
  });

  it('is not begun again once it is over', async () => {
    const { deps, seen, starts } = aWorld();
    await onComparisonRequested(aRequestEvent(), deps);
    for (const [id, run] of seen.runs) seen.runs.set(id, { ...run, status: 'cancelled' });

    const { reason } = await onComparisonRequested(aRequestEvent(), deps);

    expect(starts()).toHaveLength(1);
    expect(reason).toContain('is over: cancelled');
  });

  it('begins although the channel is gone, and is told of in the thread that takes its place', async () => {
    const { deps, seen, world, starts, replies } = aWorld();
    const thread = { channel: 'C0000000OLD', ts: '1.1', permalink: null };
    world.migrations.set(aMigration().id, { ...aMigration(), thread });
    const gone = withoutChannel(deps, thread.channel);

    await onComparisonRequested(aRequestEvent(), gone);
    await onComparisonRequested(aRequestEvent({ key: 'request-2', requestedBy: 'U0000000002' }), gone);

    const [run] = [...seen.runs.values()];
    expect(new Set(starts()).size).toBe(1);
    expect(run?.told[aMigration().id]?.channel).toBe('C0123456789');
    expect(world.migrations.get(aMigration().id)?.thread?.channel).toBe('C0123456789');
    expect(world.did.filter((what) => what.startsWith('post '))).toHaveLength(1);
    expect(replies()).toEqual([
      expect.stringContaining('Preparing'),
      expect.stringContaining('asked for the same comparison'),
    ]);
  });

  it('begins although no channel can be reached at all', async () => {
    const { deps, seen, starts } = aWorld();
    const { chat } = withoutChannel(deps, aMigration().thread?.channel ?? '');
    const nowhere = { ...chat, post: () => chat.findReply(aMigration().thread ?? never, '').then(() => never) };

    await onComparisonRequested(aRequestEvent(), { ...deps, chat: nowhere });

    expect(starts()).toHaveLength(1);
    expect(seen.errors).toEqual(['No channel can be reached in which a migration could be told of']);
  });

  it('that somebody ends while it is told of does not begin, and its message says so', async () => {
    const { deps, seen, starts } = aWorld();
    const ending: typeof deps.chat.reply = async (...given) => {
      for (const [id, run] of seen.runs) seen.runs.set(id, { ...run, status: 'cancelled', reason: 'U0000000002' });
      return deps.chat.reply(...given);
    };

    await onComparisonRequested(aRequestEvent(), { ...deps, chat: { ...deps.chat, reply: ending } });

    expect(starts()).toEqual([]);
    expect(seen.edits).toEqual([expect.stringContaining('Cancelled by <@U0000000002>')]);
  });

  it('says to who joins with a budget of their own which one holds', async () => {
    const { deps, seen, replies } = aWorld();

    await onComparisonRequested(aRequestEvent({ budget: 5 }), deps);
    await onComparisonRequested(aRequestEvent({ key: 'request-2', budget: 2 }), deps);

    expect([...seen.runs.values()]).toMatchObject([{ budget: 2 }]);
    expect(replies().at(-1)).toContain('<@U0000000001> gave holds, since no other is smaller: $2.00');
  });

  it('goes to the dead letters where it cannot be read', async () => {
    const { deps } = aWorld();

    await expect(onComparisonRequested(aRequestEvent({ region: 'nowhere' }), deps)).rejects.toThrow(
      UnreadableEventError,
    );
  });

  it('goes there too where a model should judge itself', async () => {
    const { deps, seen } = aWorld();
    const judge = `us.${aRequestEvent().detail.candidate}`;

    await expect(onComparisonRequested(aRequestEvent({ judge }), deps)).rejects.toThrow(
      'detail.judge: expected another model than the two it judges',
    );
    expect(seen.runs.size).toBe(0);
  });

  it.each([1, 2, 3, 4])('is gone on with where the process died after %i things done', async (things) => {
    const { deps, seen, world, replies, starts } = aWorld();
    world.diesAfter = things;
    await onComparisonRequested(aRequestEvent(), deps).catch(() => undefined);
    world.diesAfter = Infinity;

    await onComparisonRequested(aRequestEvent(), deps);

    const [run] = [...seen.runs.values()];
    expect(seen.runs.size).toBe(1);
    expect(replies()).toHaveLength(1);
    expect(new Set(starts()).size).toBe(1);
    expect(Object.keys(run?.told ?? {})).toEqual([aMigration().id]);
  });
});

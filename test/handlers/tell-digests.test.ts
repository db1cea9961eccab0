import { describe, expect, it } from 'vitest';
import { onDailyTick } from '../../handlers/on-daily-tick.ts';
import { tellDigests } from '../../handlers/tell-digests.ts';
import { aMigration, sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

/** A team with one migration; its channel is `#platform`. */
function aWorld(status: 'open' | 'done' = 'open') {
  const made = rememberingDeps();
  const id = `${sonnet45}/platform`;
  made.world.migrations.set(id, aMigration({ id, team: 'platform', status }));
  const digests = () => made.world.did.filter((what) => what.startsWith('post #platform digest'));
  return { ...made, digests };
}

describe('the digest of a channel', () => {
  it.each`
    days                                          | digests | why
    ${['2026-11-23']}                             | ${1}    | ${'on a Monday'}
    ${['2026-11-23', '2026-11-24', '2026-11-27']} | ${1}    | ${'once a week'}
    ${['2026-11-25', '2026-11-26']}               | ${1}    | ${'later in the week where Monday was missed'}
    ${['2026-11-23', '2026-11-30']}               | ${2}    | ${'again in the next week'}
    ${['2026-11-21', '2026-11-22']}               | ${0}    | ${'never on a day on which nobody works'}
  `('comes $digests times: $why', async ({ days, digests }: { days: string[]; digests: number }) => {
    const made = aWorld();
    for (const day of days) {
      made.world.now = `${day}T07:00:00Z`;
      await tellDigests(made.deps);
    }

    expect(made.digests()).toHaveLength(digests);
  });

  it('does not come where nothing is left', async () => {
    const made = aWorld('done');
    made.world.now = '2026-11-23T07:00:00Z';
    await tellDigests(made.deps);

    expect(made.digests()).toEqual([]);
  });

  it('comes once although the process dies when it is posted', async () => {
    const made = aWorld();
    made.world.now = '2026-11-23T07:00:00Z';
    made.world.diesAfter = 1;
    await expect(tellDigests(made.deps)).rejects.toThrow('died');
    made.world.diesAfter = Infinity;
    await tellDigests(made.deps);

    expect(made.digests()).toHaveLength(1);
  });

  it('comes to the other channels where one cannot be told', async () => {
    const made = aWorld();
    const id = `${sonnet45}/payments`;
    made.world.migrations.set(id, aMigration({ id, team: 'payments' }));
    made.world.now = '2026-11-23T07:00:00Z';
    const post: typeof made.deps.chat.post = (channel, ...given) =>
      channel === '#payments' ? Promise.reject(new Error('restricted_action')) : made.deps.chat.post(channel, ...given);

    await expect(tellDigests({ ...made.deps, chat: { ...made.deps.chat, post } })).rejects.toThrow('restricted_action');
    expect(made.digests()).toHaveLength(1);
  });

  it('is part of the daily tick', async () => {
    const made = aWorld();
    made.world.now = '2026-11-23T07:00:00Z';
    await onDailyTick(made.deps);

    expect(made.digests()).toHaveLength(1);
  });
});

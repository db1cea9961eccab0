import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackClient } from '../../adapters/slack-client.ts';
import { SlackChannelGoneError } from '../../adapters/slack-error.ts';
import { slackFallback } from '../../adapters/slack-fallback.ts';
import { slackChat } from '../../adapters/slack-thread.ts';
import type { World } from '../../local/world.ts';
import { startWorld } from '../../local/world.ts';
import type { ChannelChange } from '../../local/world/slack/channel-states.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { meantFor } from '../../templates/slack/meant-for.ts';
import { nastySituations } from '../builders/nasty-situation.ts';
import { aSituation } from '../builders/situation.ts';

const message = migrationMessage(aSituation());

let world: World;
beforeEach(async () => {
  const now = () => DateTime.utc(2026, 11, 21);
  world = await startWorld({ channels: ['#payments', '#sundial'], repositories: [], directory: null, now });
});
afterEach(() => world.close());

const chat = () => {
  const client = slackClient({ token: world.slackToken, apiUrl: world.slackApiUrl });
  return slackFallback(slackChat(client, { attempts: 1, firstPauseMs: 1, longestMs: 0 }), '#sundial');
};
const change = (one: ChannelChange) => world.slackDesk.channels.change('payments', one);
const idOf = (name: string) => world.slackDesk.channels.idOf(name) ?? '';

describe('a channel that cannot be reached', () => {
  it.each`
    happened                              | says                               | why
    ${{ kind: 'archived' }}               | ${'is archived'}                   | ${'archived'}
    ${{ kind: 'botRemoved' }}             | ${'does not have Sundial in it'}   | ${'without the app'}
    ${{ kind: 'renamed', name: 'money' }} | ${'is gone, has another name now'} | ${'called otherwise'}
  `('is $why: a new thread begins in the default channel, and says so first', async ({ happened, says }: Happened) => {
    change(happened);

    const thread = await chat().post('#payments', 'post/a', message);

    expect(thread.channel).toBe(idOf('sundial'));
    const shown = (await world.messages()).find(({ name }) => name === 'sundial')?.messages[0];
    expect(shown?.text).toMatch(/^Meant for #payments: /);
    expect(JSON.stringify(shown?.blocks[0])).toContain('#payments');
    expect(JSON.stringify(shown?.blocks[0])).toContain(says);
    expect(shown?.blocks.slice(1)).toEqual(message.blocks);
    expect(await chat().findPosted('#payments', 'post/a')).toMatchObject({ channel: thread.channel, ts: thread.ts });
  });

  it('that comes back does not begin a second thread: the first is found where it stands', async () => {
    change({ kind: 'archived' });
    const thread = await chat().post('#payments', 'post/a', message);
    change({ kind: 'unarchived' });

    expect(await chat().findPosted('#payments', 'post/a')).toMatchObject({ ts: thread.ts });
  });

  it('that is called otherwise goes on by its id', async () => {
    const thread = await chat().post('#payments', 'post/a', message);
    change({ kind: 'renamed', name: 'money' });

    await chat().update(thread, message);
    const reply = await chat().reply(thread, 'reply/a', message);

    expect(await chat().findReply(thread, 'reply/a')).toEqual(reply);
    expect(await world.messages()).toMatchObject([{ name: 'money', messages: [{ replies: [{}] }] }, { messages: [] }]);
  });

  it.each`
    happened                  | code                | of
    ${{ kind: 'archived' }}   | ${'is_archived'}    | ${'reply'}
    ${{ kind: 'archived' }}   | ${'is_inactive'}    | ${'update'}
    ${{ kind: 'botRemoved' }} | ${'not_in_channel'} | ${'reply'}
    ${{ kind: 'botRemoved' }} | ${'not_in_channel'} | ${'update'}
  `('is told to whoever goes on in its thread: $of, $code', async ({ happened, code, of }: Told) => {
    const thread = await chat().post('#payments', 'post/a', message);
    change(happened);

    const attempt = of === 'reply' ? chat().reply(thread, 'r', message) : chat().update(thread, message);
    const fault: unknown = await attempt.then(
      () => null,
      (error: unknown) => error,
    );

    expect(fault).toBeInstanceOf(SlackChannelGoneError);
    expect(fault).toMatchObject({ data: { code, hint: expect.stringMatching(/invite|unarchive/) as string } });
  });

  it('has nothing to fall back to where it is the default channel itself', async () => {
    world.slackDesk.channels.change('sundial', { kind: 'archived' });

    await expect(chat().post('sundial', 'post/a', message)).rejects.toThrow(SlackChannelGoneError);
    await expect(chat().findPosted('#payments', 'post/a')).rejects.toThrow(SlackChannelGoneError);
  });

  it('has a first line that still fits above the longest message', () => {
    fc.assert(
      fc.property(nastySituations, (situation) => {
        const moved = meantFor(`#${'&'.repeat(79)}`, 'channel_not_found', migrationMessage(situation));
        expect(blockProblems(moved)).toEqual([]);
      }),
    );
  });
});

interface Happened {
  readonly happened: ChannelChange;
  readonly says: string;
}

interface Told {
  readonly happened: ChannelChange;
  readonly code: string;
  readonly of: 'reply' | 'update';
}

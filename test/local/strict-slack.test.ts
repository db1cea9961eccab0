import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnownBlock, ModalView, Overflow } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackPeople } from '../../local/slack-person/slack-people.ts';
import type { World } from '../../local/world.ts';
import { startWorld } from '../../local/world.ts';
import type { ChannelChange } from '../../local/world/slack/channel-states.ts';

const now = () => DateTime.utc(2026, 11, 21);
const ana = 'U0ANA00001';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });
const modal = (over: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: plain('Form'),
  blocks: [section('x')],
  ...over,
});

describe('the simulated Slack', () => {
  let directory: string;
  let world: World;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'sundial-strict-'));
    await start();
  });
  afterEach(async () => {
    await world.close();
    rmSync(directory, { recursive: true });
  });

  async function start() {
    world = await startWorld({ channels: ['#payments', '#search'], repositories: [], directory, now });
  }
  const client = () => new WebClient(world.slackToken, { slackApiUrl: world.slackApiUrl, retryConfig: { retries: 0 } });
  const change = (one: ChannelChange) => world.slackDesk.channels.change('#payments', one);
  const post = (blocks: readonly KnownBlock[], channel = '#payments') =>
    client().chat.postMessage({ channel, text: 'Nova', blocks: [...blocks] });

  it.each`
    blocks                                                         | error                    | why
    ${[section('')]}                                               | ${'invalid_blocks'}      | ${'an empty text'}
    ${[section('x'.repeat(3001))]}                                 | ${'invalid_blocks'}      | ${'a text of 3,001 characters'}
    ${[{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]}   | ${'invalid_blocks'}      | ${'a header with marks'}
    ${Array.from({ length: 51 }, () => ({ type: 'divider' }))}     | ${'invalid_blocks'}      | ${'51 blocks'}
    ${[{ type: 'carousel' }]}                                      | ${'invalid_blocks'}      | ${'a block that nobody knows'}
    ${Array.from({ length: 5 }, () => section('x'.repeat(2_900)))} | ${'msg_blocks_too_long'} | ${'more than a message holds'}
  `(
    'refuses $why with $error, and keeps nothing of it',
    async ({ blocks, error }: { blocks: KnownBlock[]; error: string }) => {
      await expect(post(blocks)).rejects.toThrow(error);
      const { ts = '', channel = '' } = await post([section('fine')]);
      await expect(client().chat.update({ channel, ts, text: 'x', blocks })).rejects.toThrow(error);

      expect(await world.messages()).toMatchObject([{ messages: [{ blocks: [section('fine')], edited: false }] }, {}]);
    },
  );

  it('says where, as Slack does', async () => {
    const fault: unknown = await post([section('')]).catch((error: unknown) => error);

    expect(fault).toMatchObject({ data: { response_metadata: { messages: ['[ERROR] blocks[0].text: empty'] } } });
  });

  it.each`
    view                                             | error                  | why
    ${modal({ title: plain('x'.repeat(25)) })}       | ${'invalid_arguments'} | ${'a title of 25 characters'}
    ${modal({ private_metadata: 'x'.repeat(3001) })} | ${'invalid_arguments'} | ${'too much beside its fields'}
    ${{ type: 'home', blocks: [section('x')] }}      | ${'invalid_arguments'} | ${'a home'}
  `('opens no form that is $why', async ({ view, error }: { view: ModalView; error: string }) => {
    const trigger = world.slackDesk.triggers.issue(ana);

    await expect(client().views.open({ trigger_id: trigger, view })).rejects.toThrow(error);
    expect(world.slackDesk.views.modal(ana)).toBeNull();
  });

  it('changes a form only where it is still what somebody thinks it is', async () => {
    const { view } = await client().views.open({ trigger_id: world.slackDesk.triggers.issue(ana), view: modal() });
    const [id, hash] = [view?.id ?? '', view?.hash ?? ''];
    await client().views.update({ view_id: id, hash, view: modal({ title: plain('Newer') }) });

    await expect(client().views.update({ view_id: id, hash, view: modal() })).rejects.toThrow('hash_conflict');
  });

  it.each`
    happened                              | method                     | error
    ${{ kind: 'archived' }}               | ${'chat.postMessage'}      | ${'is_archived'}
    ${{ kind: 'archived' }}               | ${'chat.update'}           | ${'is_inactive'}
    ${{ kind: 'botRemoved' }}             | ${'chat.postMessage'}      | ${'not_in_channel'}
    ${{ kind: 'botRemoved' }}             | ${'conversations.history'} | ${'not_in_channel'}
    ${{ kind: 'botRemoved' }}             | ${'chat.postEphemeral'}    | ${'not_in_channel'}
    ${{ kind: 'renamed', name: 'money' }} | ${'chat.postMessage'}      | ${'channel_not_found'}
  `(
    'refuses $method where a channel is $happened.kind, also after a restart',
    async ({ happened, method, error }: Refused) => {
      const { ts = '', channel: id = '' } = await post([]);
      change(happened);
      await world.close();
      await start();

      const channel = method === 'chat.postMessage' ? '#payments' : id;
      await expect(client().apiCall(method, { channel, ts, user: ana, text: 'x' })).rejects.toThrow(error);
      expect((await world.messages())[0]?.messages).toHaveLength(1);
    },
  );

  it('undoes what people undo', async () => {
    change({ kind: 'archived' });
    change({ kind: 'botRemoved' });
    change({ kind: 'unarchived' });
    change({ kind: 'botInvited' });

    expect((await post([])).ok).toBe(true);
  });

  it('takes a renamed channel by its new name and by its id, and tells it by its new name', async () => {
    const { channel: id = '' } = await post([]);
    change({ kind: 'renamed', name: 'money' });

    expect((await post([], '#money')).channel).toBe(id);
    expect((await post([], id)).channel).toBe(id);
    const { channels = [] } = await client().conversations.list();
    expect(channels.find((channel) => channel.id === id)?.name).toBe('money');
  });

  it('shows what is whispered to one person alone', async () => {
    const { channel = '' } = await post([]);

    await client().chat.postEphemeral({ channel, user: ana, text: 'Only you' });

    expect(world.slackDesk.answers.of(ana)).toMatchObject([{ channel, message: { text: 'Only you' } }]);
    await expect(client().chat.postEphemeral({ channel, user: 'U0NOBODY01', text: 'x' })).rejects.toThrow(
      'user_not_in_channel',
    );
  });

  it('lets nobody press what is not there, nor choose what no menu offers', async () => {
    const menu = {
      type: 'overflow',
      action_id: 'more',
      options: [{ text: plain('Owner'), value: 'owner' }],
    } satisfies Overflow;
    const { channel = '', ts = '' } = await post([{ type: 'actions', block_id: 'b', elements: [menu] }]);
    const [person] = slackPeople({ world, now, requestsTo: 'http://127.0.0.1:1/nobody' });
    const press = (actionId: string, value: string) =>
      person?.press({ kind: 'message', channel, ts }, { actionId, blockId: 'b', value });

    await expect(press('launch', 'x')).rejects.toThrow('there is no launch in b');
    await expect(press('more', 'delete')).rejects.toThrow('more has no option delete');
  });
});

interface Refused {
  readonly happened: ChannelChange;
  readonly method: string;
  readonly error: string;
}

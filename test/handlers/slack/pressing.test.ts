import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackClient } from '../../../adapters/slack-client.ts';
import { formNames } from '../../../domain/slack-request.ts';
import type { SlackStage } from '../../fakes/local-slack.ts';
import { slackStage } from '../../fakes/local-slack.ts';

const migration = 'anthropic.claude-opus-4-1-20250805-v1:0/payments';
const blockId = `migration:${migration}`;

let stage: SlackStage;
beforeEach(async () => {
  stage = await slackStage();
});
afterEach(() => stage.close());

/** Posts a message with these elements in it. */
async function posted(...elements: readonly object[]) {
  const { slackToken: token, slackApiUrl: apiUrl } = stage.world;
  const blocks = [{ type: 'actions', block_id: blockId, elements }] as unknown as KnownBlock[];
  const { channel = '', ts = '' } = await slackClient({ token, apiUrl }).chat.postMessage({
    channel: '#payments',
    text: 'Opus 4.1 ends',
    blocks,
  });
  return { kind: 'message', channel, ts } as const;
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const button = (actionId: string, value = 'v') => ({
  type: 'button',
  action_id: actionId,
  text: plain('Press'),
  value,
});
const menu = (...values: readonly string[]) => ({
  type: 'overflow',
  action_id: 'more',
  options: values.map((value) => ({ text: plain(value), value })),
});

describe('a button in a message', () => {
  it.each`
    actionId           | value                              | asked
    ${'acknowledge'}   | ${'v'}                             | ${{ kind: 'button', button: 'acknowledge', about: migration }}
    ${'watch'}         | ${'v'}                             | ${{ kind: 'button', button: 'watch', about: migration }}
    ${'cancel-run'}    | ${'2026-11-21T09-00-00-ab12'}      | ${{ kind: 'button', button: 'cancelRun', about: '2026-11-21T09-00-00-ab12' }}
    ${'ask-again'}     | ${'run-1'}                         | ${{ kind: 'button', button: 'askAgain', about: 'run-1' }}
    ${'run-command'}   | ${'timeline claude-opus-4-1'}      | ${{ kind: 'command', text: 'timeline claude-opus-4-1' }}
    ${'run-command:2'} | ${'compare claude-opus-4-1 nova2'} | ${{ kind: 'command', text: 'compare claude-opus-4-1 nova2' }}
  `(
    '$actionId is handed on',
    async ({ actionId, value, asked }: { actionId: string; value: string; asked: unknown }) => {
      const where = await posted(button(actionId, value));

      expect(await stage.ben.press(where, { actionId, blockId, value })).toEqual({ kind: 'ok' });

      expect(stage.requests).toMatchObject([{ user: stage.ben.user.id, channel: where.channel, asked }]);
      expect(stage.requests[0]?.responseUrl).toContain(stage.world.slackAnswersAt);
    },
  );

  it.each(formNames)('%s opens its form about the migration, and asks for it to be filled', async (form) => {
    const where = await posted(button(form));

    expect(await stage.ana.press(where, { actionId: form, blockId, value: null })).toEqual({ kind: 'ok' });

    const modal = stage.ana.modal();
    expect(JSON.parse(modal?.view.private_metadata ?? '')).toMatchObject({ about: migration });
    expect(stage.requests).toMatchObject([
      { asked: { kind: 'openForm', form, viewId: modal?.viewId, about: migration, fields: {} } },
    ]);
  });

  it.each(['open-ticket', 'open-thread', 'open-report'])(
    '%s only opens a page, and is acknowledged',
    async (actionId) => {
      const where = await posted(button(actionId));

      expect(await stage.ana.press(where, { actionId, blockId, value: null })).toEqual({ kind: 'ok' });
      expect(stage.requests).toEqual([]);
    },
  );

  it.each`
    value         | asked
    ${'owner'}    | ${{ kind: 'openForm', form: 'owner', about: migration }}
    ${'replace'}  | ${{ kind: 'openForm', form: 'replace', about: migration }}
    ${'waive'}    | ${{ kind: 'openForm', form: 'waive', about: migration }}
    ${'watch'}    | ${{ kind: 'button', button: 'watch', about: migration }}
    ${'timeline'} | ${{ kind: 'command', text: 'timeline anthropic.claude-opus-4-1-20250805-v1:0' }}
  `('the menu’s $value does what its button does', async ({ value, asked }: { value: string; asked: unknown }) => {
    const where = await posted(menu('owner', 'replace', 'waive', 'watch', 'timeline'));

    expect(await stage.ana.press(where, { actionId: 'more', blockId, value })).toEqual({ kind: 'ok' });

    expect(stage.requests).toMatchObject([{ asked }]);
  });

  it('that is none of Sundial’s is refused, not ignored', async () => {
    const where = await posted(button('launch'));

    expect(await stage.ana.press(where, { actionId: 'launch', blockId, value: null })).toMatchObject({ status: 500 });
    expect(stage.logged.map(({ message }) => message)).toContain('A Slack request failed');
  });

  it.each(['acknowledge', 'compare'])(
    '%s says so, to who pressed it, where it cannot be handed on',
    async (actionId) => {
      stage.handOn.does = () => Promise.reject(new Error('the bus is away'));
      const where = await posted(button(actionId));

      expect(await stage.ana.press(where, { actionId, blockId, value: null })).toEqual({ kind: 'ok' });

      const [channel] = await stage.world.messages();
      expect(channel?.messages).toMatchObject([{ text: 'Opus 4.1 ends', replies: [] }]);
      expect(stage.ana.answers()).toMatchObject([
        { message: { text: expect.stringContaining('could not take') as string } },
      ]);
      expect(stage.ben.answers()).toEqual([]);
    },
  );
});

describe('App Home', () => {
  const home = () =>
    slackClient({ token: stage.world.slackToken, apiUrl: stage.world.slackApiUrl }).views.publish({
      user_id: stage.ana.user.id,
      view: {
        type: 'home',
        blocks: [{ type: 'actions', block_id: blockId, elements: [button('acknowledge'), button('snooze')] }] as never,
      },
    });

  it('is asked for when somebody opens it', async () => {
    await stage.ana.openHome();

    expect(stage.requests).toMatchObject([
      { user: stage.ana.user.id, channel: null, responseUrl: null, asked: { kind: 'openHome' } },
    ]);
  });

  it('is not asked for when somebody opens the messages beside it', async () => {
    const { status } = await stage.send.sendEvent({ type: 'app_home_opened', user: 'U1', tab: 'messages' });

    expect(status).toBe(200);
    expect(stage.requests).toEqual([]);
  });

  it('is sent again by Slack where it cannot be handed on', async () => {
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));

    await expect(stage.ana.openHome()).rejects.toThrow('500');
  });

  it('has buttons, too, and no channel', async () => {
    await home();

    await stage.ana.press({ kind: 'home' }, { actionId: 'acknowledge', blockId, value: 'v' });
    await stage.ana.press({ kind: 'home' }, { actionId: 'snooze', blockId, value: 'v' });

    expect(stage.requests).toMatchObject([
      { channel: null, responseUrl: null, asked: { kind: 'button', button: 'acknowledge', about: migration } },
      { channel: null, responseUrl: null, asked: { kind: 'openForm', form: 'snooze', about: migration } },
    ]);
  });

  it('says in a form of its own what cannot be handed on', async () => {
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));
    await home();

    await stage.ana.press({ kind: 'home' }, { actionId: 'acknowledge', blockId, value: 'v' });

    expect(JSON.stringify(stage.ana.modal()?.view)).toContain('could not take this');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HomeView, ModalView } from '@slack/types';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackClient } from '../../adapters/slack-client.ts';
import { slackDesk } from '../../adapters/slack-desk.ts';
import { SlackError } from '../../adapters/slack-error.ts';
import { slackModals } from '../../adapters/slack-modals.ts';
import { slackChat } from '../../adapters/slack-thread.ts';
import type { World } from '../../local/world.ts';
import { startWorld } from '../../local/world.ts';
import type { Message } from '../../templates/message.ts';
import { scriptedServer } from '../fakes/scripted-server.ts';

const patience = { attempts: 2, firstPauseMs: 1, longestMs: 100 };
const ana = 'U0ANA00001';
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
const words = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
const message: Message = { text: 'Two models', blocks: [words('Two models')] };
const modal = (text = 'One moment…'): ModalView => ({ type: 'modal', title: plain('Compare'), blocks: [words(text)] });
const home: HomeView = { type: 'home', blocks: [words('All quiet')] };
const picture = {
  name: 'comparison.png',
  bytes: Buffer.from([137, 80, 78, 71, 0, 255]),
  title: 'Verdict',
  altText: 'Ready',
};
const private_ = { share: false };

let instant: DateTime;
let directory: string;
let world: World;
beforeEach(async () => {
  instant = DateTime.utc(2026, 11, 21);
  directory = mkdtempSync(join(tmpdir(), 'sundial-desk-'));
  await start();
});
afterEach(async () => {
  await world.close();
  rmSync(directory, { recursive: true });
});

async function start() {
  world = await startWorld({ channels: ['#payments', '#search'], repositories: [], directory, now: () => instant });
}
const client = () => slackClient({ token: world.slackToken, apiUrl: world.slackApiUrl });
const desk = () =>
  slackDesk(
    client(),
    { token: world.slackToken, answersAt: world.slackAnswersAt, filesAt: world.slackFilesAt },
    patience,
  );
const channel = () => world.slackDesk.channels.idOf('payments') ?? '';
const trigger = () => world.slackDesk.triggers.issue(ana);
const address = (original: Parameters<World['slackDesk']['answers']['issue']>[0]['original'] = null) =>
  `${world.slackAnswersAt}${world.slackDesk.answers.issue({ user: ana, channel: channel(), original })}`;
const answers = () => world.slackDesk.answers.of(ana).map((answer) => answer.message.text);

describe('an answer', () => {
  it('is seen by one person, unless it is shared', async () => {
    await desk().respond(address(), message, private_);
    await desk().respond(address(), { ...message, text: 'For all' }, { share: true });

    expect(answers()).toEqual(['Two models']);
    expect((await world.messages())[0]?.messages).toMatchObject([{ text: 'For all' }]);
  });

  it('is taken five times, and then refused with the reason', async () => {
    const once = address();
    for (let n = 0; n < 5; n += 1) await desk().respond(once, message, private_);

    const fault = await failure(desk().respond(once, message, private_));

    expect(fault.data).toMatchObject({ code: 'used_url', hint: expect.stringContaining('five answers') as string });
    expect(answers()).toHaveLength(5);
  });

  it('is taken for half an hour', async () => {
    const early = address();
    instant = instant.plus({ minutes: 31 });

    const fault = await failure(desk().respond(early, message, private_));

    expect(fault.data).toMatchObject({ code: 'expired_url', hint: expect.stringContaining('half an hour') as string });
  });

  it('goes nowhere but to Slack, whoever asks for it', async () => {
    const elsewhere = await scriptedServer(() => ({ body: {} }));

    const fault = await failure(desk().respond(`${elsewhere.url}/answers/x`, message, private_));

    expect(fault.message).toBe('An answer would leave Slack');
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it('that Slack would refuse is not sent', async () => {
    const fault = await failure(desk().respond(address(), { text: '', blocks: [] }, private_));

    expect(fault.data.problems).toEqual(['text: empty']);
  });

  it.each`
    status | code
    ${500} | ${'HTTP 500'}
    ${429} | ${'HTTP 429'}
  `(
    'is sent again after $status, for as long as patience lasts',
    async ({ status, code }: { status: number; code: string }) => {
      const slack = await scriptedServer(() => ({ status, headers: { 'retry-after': '0' } }));
      const { respond } = slackDesk(client(), { token: 'x', answersAt: slack.url }, patience);

      const fault = await failure(respond(`${slack.url}/answers/x`, message, private_));

      expect(fault.data).toMatchObject({ code });
      expect(slack.seen).toHaveLength(2);
      await slack.close();
    },
  );
});

describe('an answer that may have arrived', () => {
  it.each`
    share    | sent | name                           | why
    ${true}  | ${1} | ${'SlackAnswerUncertainError'} | ${'the channel would read it twice'}
    ${false} | ${2} | ${'SlackError'}                | ${'one person may'}
  `('is sent $sent times where share is $share: $why', async ({ share, sent, name }: Uncertain) => {
    const slack = await scriptedServer(() => ({ status: 503 }));
    const { respond } = slackDesk(client(), { token: 'x', answersAt: slack.url }, patience);

    expect((await failure(respond(`${slack.url}/answers/x`, message, { share }))).name).toBe(name);
    expect(slack.seen).toHaveLength(sent);
    await slack.close();
  });

  it('is sent again to a channel that Slack was too busy for: that it did not take', async () => {
    const slack = await scriptedServer(() => ({ status: 429, headers: { 'retry-after': '0' } }));
    const { respond } = slackDesk(client(), { token: 'x', answersAt: slack.url }, patience);

    await failure(respond(`${slack.url}/answers/x`, message, { share: true }));

    expect(slack.seen).toHaveLength(2);
    await slack.close();
  });
});

interface Uncertain {
  readonly share: boolean;
  readonly sent: number;
  readonly name: string;
}

describe('a form', () => {
  it('opens once for a trigger, and is filled later', async () => {
    const view = await slackModals(client()).openModal(trigger(), modal());
    await desk().updateView(view, modal('Filled'));

    expect(world.slackDesk.views.modal(ana)).toMatchObject({ id: view, view: modal('Filled') });
    expect(world.slackDesk.views.modal('U0BEN00001')).toBeNull();
  });

  it.each`
    code                      | why                  | given
    ${'exchanged_trigger_id'} | ${'used before'}     | ${(t: string) => slackModals(client()).openModal(t, modal())}
    ${'expired_trigger_id'}   | ${'of four seconds'} | ${() => void (instant = instant.plus({ seconds: 4 }))}
  `(
    'does not open for a trigger $why',
    async ({ code, given }: { code: string; given: (trigger: string) => unknown }) => {
      const one = trigger();
      await given(one);

      expect((await failure(slackModals(client()).openModal(one, modal()))).data.code).toBe(code);
    },
  );

  it('that was closed meanwhile is left alone', async () => {
    const view = await slackModals(client()).openModal(trigger(), modal());
    world.slackDesk.views.close(view);

    await desk().updateView(view, modal('Filled'));

    expect(world.slackDesk.views.modal(ana)).toBeNull();
  });

  it('that Slack would refuse is not sent, and the simulated Slack refuses it', async () => {
    const wrong = { ...modal(), title: plain('A title of more than 24 characters') };
    const view = await slackModals(client()).openModal(trigger(), modal());

    expect((await failure(desk().updateView(view, wrong))).data.problems).not.toEqual([]);
    await expect(client().views.update({ view_id: view, view: wrong })).rejects.toThrow('invalid_arguments');
  });
});

it('App Home is shown to one person, and takes the place of what it showed', async () => {
  await desk().publishHome(ana, homeOf('Before'));
  await desk().publishHome(ana, home);

  expect(world.slackDesk.views.home(ana)?.view).toEqual(home);
  expect((await failure(desk().publishHome('U0NOBODY01', home))).data.code).toBe('user_not_found');
});

it('knows in which channels somebody is, and who is in a group', async () => {
  world.slackDesk.channels.change('search', { kind: 'archived' });

  expect(await desk().channelsOf(ana)).toEqual([{ id: channel(), name: 'payments' }]);
  expect(await desk().membersOf('S0OWNERS01')).toEqual([ana]);
  expect((await failure(desk().membersOf('S0NOBODY01'))).data.code).toBe('no_such_subteam');
});

describe('a picture', () => {
  const thread = () => slackChat(client(), patience).post('#payments', 'root', message);
  const shown = async () => (await world.messages())[0]?.messages.flatMap(({ replies }) => replies) ?? [];

  it('is shown in a thread once for its key, also after a restart', async () => {
    const root = await thread();
    await desk().attach(root, 'run/1', picture);
    await desk().attach(root, 'run/1', picture);
    await world.close();
    await start();
    await desk().attach(root, 'run/1', picture);
    await desk().attach(root, 'run/2', picture);

    const source = `data:image/png;base64,${picture.bytes.toString('base64')}`;
    expect(await shown()).toMatchObject([
      { pictures: [{ altText: 'Ready', source }] },
      { pictures: [{ altText: 'Ready', source }] },
    ]);
  });
});

it('a picture for a channel that is gone says that it is gone', async () => {
  const slack = await scriptedServer(() => ({ body: { ok: false, error: 'channel_not_found' } }));
  const gone = slackDesk(slackClient({ token: 'x', apiUrl: `${slack.url}/api/` }), { token: 'x' }, patience);

  const fault = await failure(gone.attach({ channel: 'C1', ts: '1.1', permalink: null }, 'run/1', picture));

  expect(fault.name).toBe('SlackChannelGoneError');
  await slack.close();
});

describe('a file that somebody gave', () => {
  it('is read as it is', async () => {
    const bytes = Buffer.from('{"id":"1","prompt":"Grüße"}\n\u0000ÿ', 'latin1');
    const { id } = world.slackDesk.files.keep('cases.jsonl', bytes);

    expect(await desk().download(id)).toEqual({ name: 'cases.jsonl', bytes: new Uint8Array(bytes) });
  });

  it('that nobody knows is refused', async () => {
    expect((await failure(desk().download('F0NOTHING1'))).data.code).toBe('file_not_found');
  });

  it('that lies elsewhere is not read: the token would be seen there', async () => {
    const { id } = world.slackDesk.files.keep('cases.jsonl', Buffer.from('x'));
    const { download } = slackDesk(client(), { token: world.slackToken }, patience);

    expect((await failure(download(id))).message).toBe('The file does not lie in Slack');
  });
});

function homeOf(text: string): HomeView {
  return { type: 'home', blocks: [words(text)] };
}

async function failure(attempt: Promise<unknown>): Promise<SlackError> {
  const fault: unknown = await attempt.catch((error: unknown) => error);
  if (fault instanceof SlackError) return fault;
  throw new Error('expected a SlackError', { cause: fault });
}

import { createEmulator } from 'emulate';
import type { Emulator } from 'emulate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { slackClient } from '../../adapters/slack-client.ts';
import { SlackError } from '../../adapters/slack-error.ts';
import { slackChat } from '../../adapters/slack-thread.ts';
import type { Message } from '../../templates/message.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { aSituation } from '../builders/situation.ts';
import type { Reply, ScriptedServer, Seen } from '../fakes/scripted-server.ts';
import { scriptedServer } from '../fakes/scripted-server.ts';

const patience = { attempts: 3, firstPauseMs: 1, longestMs: 2_000 };
const message = migrationMessage(aSituation());
const thread = { channel: 'C0123456789', ts: '1791442800.000100', permalink: null };

describe('a thread in Slack', () => {
  let slack: Emulator;
  beforeAll(async () => {
    slack = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          channels: [{ name: 'payments' }, { name: 'secret', is_private: true }],
          tokens: [{ token: 'xoxb-sundial' }],
        },
      },
    });
  });
  afterAll(() => slack.close());

  const client = () => slackClient({ token: 'xoxb-sundial', apiUrl: `${slack.url}/api/` });
  const chat = () => slackChat(client(), patience);

  it('is posted to a channel by its name, with a link to it', async () => {
    const posted = await chat().post('#payments', 'post/a', message);

    expect(posted.channel).toMatch(/^C[A-Z0-9]+$/);
    expect(posted.permalink).toContain(`/archives/${posted.channel}/p`);
    const { messages } = await client().conversations.history({ channel: posted.channel, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts: posted.ts, text: message.text, blocks: message.blocks });
  });

  it('is found again by its key, in a channel given by name or by id', async () => {
    const posted = await chat().post('#payments', 'post/b', message);

    expect(await chat().findPosted('#payments', 'post/b')).toEqual(posted);
    expect(await chat().findPosted('payments', 'post/b')).toEqual(posted);
    expect(await chat().findPosted(posted.channel, 'post/b')).toEqual(posted);
    expect(await chat().findPosted('#secret', 'post/b')).toBeNull();
    expect(await chat().findPosted('#payments', 'post/nothing')).toBeNull();
  });

  it('is found however much was written since', async () => {
    const posted = await chat().post('#payments', 'post/old', message);
    for (let n = 0; n < 205; n += 1) await client().chat.postMessage({ channel: posted.channel, text: `chatter ${n}` });

    expect(await chat().findPosted('#payments', 'post/old')).toEqual(posted);
  });

  it('is edited in place, and keeps its key', async () => {
    const posted = await chat().post('#payments', 'post/c', message);
    const later = migrationMessage(aSituation({ now: '2027-02-01T09:00:00Z' }));

    await chat().update(posted, later);

    const { messages } = await client().conversations.history({ channel: posted.channel, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts: posted.ts, text: later.text, blocks: later.blocks });
    expect(await chat().findPosted('#payments', 'post/c')).toEqual(posted);
  });

  it('holds replies, each found again by its key', async () => {
    const posted = await chat().post('#payments', 'post/d', message);

    const reply = await chat().reply(posted, 'reply/1', message);

    expect(await chat().findReply(posted, 'reply/1')).toEqual(reply);
    expect(await chat().findReply(posted, 'reply/2')).toBeNull();
    const { messages } = await client().conversations.replies({ channel: posted.channel, ts: posted.ts });
    expect(messages).toHaveLength(2);
  });

  it.each`
    attempt                                                                 | code                   | hint
    ${(c: Chat) => c.post('#nowhere', 'k', message)}                        | ${'channel_not_found'} | ${"check the team's channel in sundial.yml"}
    ${(c: Chat) => c.findPosted('#nowhere', 'k')}                           | ${'channel_not_found'} | ${"check the team's channel in sundial.yml"}
    ${(c: Chat) => c.update({ ...thread, channel: 'C000000001' }, message)} | ${'message_not_found'} | ${'deleted in Slack'}
  `('says what to do about $code', async ({ attempt, code, hint }: Refusal) => {
    const fault = await failure(attempt(chat()));

    expect(fault.data).toMatchObject({ code, hint: expect.stringContaining(hint) as string });
  });
});

describe('a message that was deleted', () => {
  it.each(['message_not_found', 'thread_not_found'])('is gone like a channel that is gone: %s', async (error) => {
    const server = await scriptedServer(() => ({ body: { ok: false, error } }));
    const chat = slackChat(slackClient({ token: 'x', apiUrl: `${server.url}/api/` }), patience);

    expect((await failure(chat.update(thread, message))).name).toBe('SlackChannelGoneError');
    expect((await failure(chat.reply(thread, 'k', message))).name).toBe('SlackChannelGoneError');
    expect((await failure(chat.findReply(thread, 'k'))).name).toBe('SlackChannelGoneError');
    await server.close();
  });
});

describe('when Slack is slow, busy or broken', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());

  const posted = { body: { ok: true, channel: 'C0123456789', ts: '1.1' } };
  const busy: Reply = { status: 429, headers: { 'retry-after': '0' } };
  const broken: Reply = { status: 500 };
  const permalink = { body: { ok: true, permalink: 'https://acme.slack.com/p1' } };
  const nothing = { body: { ok: true, messages: [], has_more: false } };
  const ours = (key: string) => ({
    body: { ok: true, messages: [{ ts: '1.1', metadata: { event_type: 'sundial_action', event_payload: { key } } }] },
  });

  /** Answers each method with its own replies in turn, the last one for good. */
  async function scripted(replies: Record<string, Reply[]>, timeoutMs = 2_000): Promise<Chat> {
    const counts = new Map<string, number>();
    server = await scriptedServer(({ path }: Seen) => {
      const method = path.split('/').at(-1) ?? '';
      const nth = counts.get(method) ?? 0;
      counts.set(method, nth + 1);
      const own = replies[method] ?? [];
      return own[Math.min(nth, own.length - 1)] ?? { body: { ok: false, error: 'unexpected_method' } };
    });
    return slackChat(slackClient({ token: 'xoxb-sundial', apiUrl: `${server.url}/api/`, timeoutMs }), patience);
  }
  const methods = () => server.seen.map(({ path }) => path.split('/').at(-1));

  it('waits as Retry-After says, and asks again', async () => {
    const chat = await scripted({ 'chat.postMessage': [busy, busy, posted], 'chat.getPermalink': [permalink] });

    expect(await chat.post('C0123456789', 'k', message)).toEqual({
      channel: 'C0123456789',
      ts: '1.1',
      permalink: 'https://acme.slack.com/p1',
    });
    expect(methods()).toEqual(['chat.postMessage', 'chat.postMessage', 'chat.postMessage', 'chat.getPermalink']);
  });

  it('lets a wait beyond its patience out at once', async () => {
    const chat = await scripted({ 'chat.postMessage': [{ status: 429, headers: { 'retry-after': '30' } }] });

    const fault = await failure(chat.post('C0123456789', 'k', message));

    expect(fault.message).toBe('Slack could not be reached in time');
    expect(fault.data).toMatchObject({ code: 'HTTP 429', hint: null });
    expect(methods()).toEqual(['chat.postMessage']);
  });

  it('looks whether a message was posted after all before it posts it again', async () => {
    const chat = await scripted({
      'chat.postMessage': [broken],
      'conversations.history': [ours('k')],
      'chat.getPermalink': [permalink],
    });

    expect(await chat.post('C0123456789', 'k', message)).toMatchObject({ ts: '1.1' });
    expect(methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.getPermalink']);
  });

  it.each`
    fault                                               | what
    ${broken}                                           | ${'an error 500'}
    ${{ body: { ok: false, error: 'internal_error' } }} | ${"Slack's own internal error"}
    ${{ silent: true }}                                 | ${'silence'}
  `('posts again after $what when nothing was posted', async ({ fault }: { fault: Reply }) => {
    const chat = await scripted(
      {
        'chat.postMessage': [fault, posted],
        'conversations.history': [ours('another')],
        'chat.getPermalink': [permalink],
      },
      100,
    );

    expect(await chat.post('C0123456789', 'k', message)).toMatchObject({ ts: '1.1' });
    expect(methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.postMessage', 'chat.getPermalink']);
  });

  it('looks for a reply before it is repeated', async () => {
    const chat = await scripted({ 'chat.postMessage': [broken], 'conversations.replies': [ours('k')] });

    await chat.reply(thread, 'k', message);

    expect(methods()).toEqual(['chat.postMessage', 'conversations.replies']);
    expect(server.seen[1]?.body).toMatchObject({ channel: 'C0123456789', ts: thread.ts, include_all_metadata: 'true' });
  });

  it('gives up after some attempts, saying what failed, and keeps the cause', async () => {
    const chat = await scripted({ 'chat.update': [broken] });

    const fault = await failure(chat.update(thread, message));

    expect(fault.data).toEqual({ method: 'chat.update', channel: 'C0123456789', code: 'HTTP 500', hint: null });
    expect(fault.cause).toBeInstanceOf(Error);
    expect(methods()).toHaveLength(3);
  });

  it('never reads a failed search as "not there"', async () => {
    const chat = await scripted({ 'conversations.history': [broken], 'conversations.replies': [broken] });

    await expect(chat.findPosted('C0123456789', 'k')).rejects.toThrow(SlackError);
    await expect(chat.findReply(thread, 'k')).rejects.toThrow(SlackError);
  });

  it.each`
    code                | hint
    ${'not_in_channel'} | ${'/invite @Sundial'}
    ${'missing_scope'}  | ${'slack-manifest.yml'}
    ${'is_archived'}    | ${'unarchive'}
    ${'invalid_auth'}   | ${'store the new token'}
    ${'invalid_blocks'} | ${null}
  `('asks once only when Slack says $code', async ({ code, hint }: { code: string; hint: string | null }) => {
    const chat = await scripted({ 'chat.postMessage': [{ body: { ok: false, error: code } }] });

    const fault = await failure(chat.post('C0123456789', 'k', message));

    expect(fault.data).toMatchObject({ code, hint: hint === null ? null : (expect.stringContaining(hint) as string) });
    expect(methods()).toEqual(['chat.postMessage']);
  });

  it.each`
    reply                                                  | permalinkIs | what
    ${{ body: { ok: false, error: 'message_not_found' } }} | ${null}     | ${'Slack refuses it'}
    ${{ body: { ok: true } }}                              | ${null}     | ${'Slack answers without one'}
  `('goes without a permalink when $what', async ({ reply, permalinkIs }: { reply: Reply; permalinkIs: null }) => {
    const chat = await scripted({ 'chat.postMessage': [posted], 'chat.getPermalink': [reply] });

    expect((await chat.post('C0123456789', 'k', message)).permalink).toBe(permalinkIs);
  });

  it('does not settle for no permalink when Slack is only broken', async () => {
    const chat = await scripted({ 'chat.postMessage': [posted], 'chat.getPermalink': [broken] });

    await expect(chat.post('C0123456789', 'k', message)).rejects.toThrow('Slack could not be reached in time');
  });

  it('says when Slack took a message but does not tell which', async () => {
    const chat = await scripted({ 'chat.postMessage': [{ body: { ok: true } }] });

    await expect(chat.post('C0123456789', 'k', message)).rejects.toThrow('gave no timestamp');
  });

  it('looks a channel up through all pages, and once', async () => {
    const chat = await scripted({
      'conversations.list': [
        {
          body: {
            ok: true,
            channels: [{ id: 'C1111111111', name: 'other' }],
            response_metadata: { next_cursor: 'more' },
          },
        },
        {
          body: {
            ok: true,
            channels: [{ id: 'C0123456789', name: 'payments' }],
            response_metadata: { next_cursor: '' },
          },
        },
      ],
      'conversations.history': [nothing],
    });

    await chat.findPosted('#payments', 'k');
    await chat.findPosted('payments', 'k');

    expect(methods()).toEqual([
      'conversations.list',
      'conversations.list',
      'conversations.history',
      'conversations.history',
    ]);
    expect(server.seen[1]?.body).toMatchObject({ cursor: 'more', types: 'public_channel,private_channel' });
    expect(server.seen[2]?.body).toMatchObject({ channel: 'C0123456789' });
  });

  it('sends what Slack needs: key, blocks, no previews of links, the token in a header', async () => {
    const chat = await scripted({ 'chat.postMessage': [posted] });

    await chat.reply(thread, 'k', message);

    expect(server.seen[0]).toMatchObject({
      authorization: 'Bearer xoxb-sundial',
      body: {
        channel: 'C0123456789',
        thread_ts: thread.ts,
        text: message.text,
        blocks: message.blocks,
        metadata: { event_type: 'sundial_action', event_payload: { key: 'k' } },
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    });
  });

  it('sends nothing that Slack would refuse', async () => {
    const chat = await scripted({});
    const bad: Message = { text: '', blocks: [] };

    for (const attempt of [
      chat.post('C0123456789', 'k', bad),
      chat.update(thread, bad),
      chat.reply(thread, 'k', bad),
    ]) {
      expect((await failure(attempt)).data).toMatchObject({ problems: ['text: empty'] });
    }
    expect(server.seen).toEqual([]);
  });
});

type Chat = ReturnType<typeof slackChat>;

interface Refusal {
  readonly attempt: (chat: Chat) => Promise<unknown>;
  readonly code: string;
  readonly hint: string;
}

async function failure(attempt: Promise<unknown>): Promise<SlackError> {
  const fault: unknown = await attempt.catch((error: unknown) => error);
  if (fault instanceof SlackError) return fault;
  throw new Error('expected a SlackError', { cause: fault });
}

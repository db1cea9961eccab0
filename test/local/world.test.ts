import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/core';
import type { KnownBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../local/world.ts';
import { startWorld } from '../../local/world.ts';

const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: '*Nova* is Legacy' } }];
const issue = { owner: 'acme', repo: 'payments', title: 'Leave Nova', body: 'By *June*', labels: ['sundial'] };

describe('startWorld', () => {
  let directory: string;
  let world: World;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'sundial-world-'));
  });

  afterEach(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function start(now = '2026-03-10T08:00:00Z', channels = ['#payments', '#search']) {
    world = await startWorld({
      channels,
      repositories: ['acme/payments', 'acme/search'],
      directory,
      now: () => DateTime.fromISO(now, { zone: 'utc' }),
    });
    const slack = new WebClient(world.slackToken, { slackApiUrl: world.slackApiUrl, retryConfig: { retries: 0 } });
    const github = new Octokit({ auth: world.githubToken, baseUrl: world.githubApiUrl });
    return { slack, github };
  }

  async function restart(now?: string, channels?: string[]) {
    await world.close();
    return start(now, channels);
  }

  it('keeps what was posted: the same timestamp is edited, answered and found after a restart', async () => {
    const before = await start();
    const metadata = { event_type: 'sundial_action', event_payload: { key: 'open/nova' } };
    const posted = await before.slack.chat.postMessage({ channel: '#payments', text: 'Nova', blocks, metadata });
    await before.slack.chat.update({ channel: posted.channel ?? '', ts: posted.ts ?? '', text: 'Nova, edited' });

    const { slack } = await restart();
    const channel = posted.channel ?? '';
    await slack.chat.update({ channel, ts: posted.ts ?? '', text: 'Nova, edited again', blocks });
    const reply = await slack.chat.postMessage({ channel, thread_ts: posted.ts ?? '', text: 'It moved' });
    const { messages = [] } = await slack.conversations.history({ channel, include_all_metadata: true });

    expect(messages).toMatchObject([{ ts: posted.ts, text: 'Nova, edited again', metadata, reply_count: 1 }]);
    expect(Number(reply.ts)).toBeGreaterThan(Number(posted.ts));
    expect((await slack.conversations.replies({ channel, ts: posted.ts ?? '' })).messages).toMatchObject([
      { ts: posted.ts },
      { ts: reply.ts, thread_ts: posted.ts, text: 'It moved' },
    ]);
  });

  it('dates messages by the clock it is given, each later than the one before, also when the clock goes back', async () => {
    const { slack } = await start('2026-03-10T08:00:00Z');
    const first = await slack.chat.postMessage({ channel: 'search', text: 'one' });
    const later = await restart('2026-01-01T00:00:00Z');
    const second = await later.slack.chat.postMessage({ channel: 'search', text: 'two' });

    expect([first.ts, second.ts]).toEqual(['1773129600.000000', '1773129600.000001']);
  });

  it('keeps channel ids and permalinks', async () => {
    const before = await start();
    const { channel = '', ts = '' } = await before.slack.chat.postMessage({ channel: '#payments', text: 'Nova' });
    const { permalink } = await before.slack.chat.getPermalink({ channel, message_ts: ts });
    const { channels } = await before.slack.conversations.list();

    const { slack } = await restart();

    expect(permalink).toBe(`https://slack.simulated.test/archives/${channel}/p1773129600000000`);
    expect(await slack.chat.getPermalink({ channel, message_ts: ts })).toMatchObject({ channel, permalink });
    expect((await slack.conversations.list()).channels?.map(({ id }) => id)).toEqual(channels?.map(({ id }) => id));
  });

  it('keeps a channel that the configuration no longer names', async () => {
    const { slack } = await start();
    await slack.chat.postMessage({ channel: '#search', text: 'still here' });

    await restart(undefined, ['#payments']);

    expect(await world.messages()).toMatchObject([
      { name: 'payments', messages: [] },
      { name: 'search', messages: [{ text: 'still here', author: 'Sundial', replies: [] }] },
    ]);
  });

  it('keeps issues, their numbers, labels, comments and times', async () => {
    const before = await start('2026-03-10T08:00:00Z');
    await before.github.request('POST /repos/{owner}/{repo}/issues', issue);
    const { data: second } = await before.github.request('POST /repos/{owner}/{repo}/issues', {
      ...issue,
      title: 'Two',
    });
    await before.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...issue,
      issue_number: 2,
      body: 'It moved',
    });

    const { github } = await restart('2026-04-01T08:00:00Z');
    const { data: same } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      ...issue,
      issue_number: 2,
    });
    await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...issue,
      issue_number: 1,
      state: 'closed',
    });
    const { data: third } = await github.request('POST /repos/{owner}/{repo}/issues', issue);

    expect(same).toMatchObject({ number: 2, created_at: '2026-03-10T08:00:00Z', html_url: second.html_url });
    expect(third).toMatchObject({ number: 3, created_at: '2026-04-01T08:00:00Z' });
    expect(await world.tickets()).toMatchObject([
      { key: 'acme/payments#1', title: 'Leave Nova', state: 'closed', labels: ['sundial'], comments: [] },
      { key: 'acme/payments#2', openedAt: '2026-03-10T08:00:00Z', comments: [{ author: 'sundial', body: 'It moved' }] },
      { key: 'acme/payments#3' },
    ]);
  });

  it('tells where the next page of issues is, at its own address', async () => {
    const { github } = await start();
    for (let count = 0; count < 3; count += 1) await github.request('POST /repos/{owner}/{repo}/issues', issue);

    const { headers } = await github.request('GET /repos/{owner}/{repo}/issues', {
      owner: 'acme',
      repo: 'payments',
      per_page: 2,
    });

    expect(headers.link).toContain(`<${world.githubApiUrl}/repos/acme/payments/issues`);
  });

  it('forgets a call whose line in the journal was cut short, and goes on from there', async () => {
    const { slack } = await start();
    await slack.chat.postMessage({ channel: '#payments', text: 'whole' });
    await world.close();
    const journal = join(directory, 'journal.jsonl');
    appendFileSync(journal, readFileSync(journal, 'utf8').trimEnd().split('\n').at(-1)?.slice(0, 80) ?? '');

    const again = await start();
    await again.slack.chat.postMessage({ channel: '#payments', text: 'after' });
    await restart();

    expect(texts(await world.messages())).toEqual(['whole', 'after']);
  });

  it('names the line of a journal that it cannot read', async () => {
    await start();
    await world.close();
    const journal = join(directory, 'journal.jsonl');
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"kind":"call"}\n`);

    await expect(start()).rejects.toThrow(`${journal}:2`);

    writeFileSync(journal, '');
    await start();
  });

  it('refuses who does not know its tokens, and writes no token down', async () => {
    const { slack } = await start();
    await slack.chat.postMessage({ channel: '#payments', text: 'Nova' });

    const stranger = new WebClient('xoxb-other', { slackApiUrl: world.slackApiUrl, retryConfig: { retries: 0 } });
    const octokit = new Octokit({ auth: 'other', baseUrl: world.githubApiUrl });

    await expect(stranger.chat.postMessage({ channel: '#payments', text: 'Nova' })).rejects.toThrow('invalid_auth');
    await expect(octokit.request('GET /repos/acme/payments/issues')).rejects.toThrow('Bad credentials');
    expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8')).not.toContain(world.slackToken);
  });

  it('keeps nothing of a call that failed', async () => {
    const { slack } = await start();

    await expect(slack.chat.postMessage({ channel: '#nowhere', text: 'Nova' })).rejects.toThrow('channel_not_found');

    expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});

it('keeps no journal without a directory', async () => {
  const now = () => DateTime.utc(2026, 3, 10);
  const world = await startWorld({ channels: ['#payments'], repositories: [], directory: null, now });
  const slack = new WebClient(world.slackToken, { slackApiUrl: world.slackApiUrl });
  await slack.chat.postMessage({ channel: '#payments', text: 'Nova' });

  expect(texts(await world.messages())).toEqual(['Nova']);
  await world.close();
});

function texts(channels: Awaited<ReturnType<World['messages']>>): string[] {
  return channels.flatMap(({ messages }) => messages.map(({ text }) => text));
}

import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackRequest } from '../../../domain/slack-request.ts';
import { startLocalSlack } from '../../../local/slack/start-local-slack.ts';
import { socketSlack } from '../../fakes/socket-slack.ts';

const quiet = { info: () => undefined, error: () => undefined };

describe('by a socket that Sundial opens itself', () => {
  let slack: Awaited<ReturnType<typeof socketSlack>>;
  let requests: SlackRequest[];
  let handOn: (request: SlackRequest) => Promise<void>;
  beforeEach(async () => {
    slack = await socketSlack('xapp-sundial');
    requests = [];
    handOn = (request) => Promise.resolve(void requests.push(request));
  });
  afterEach(() => slack.close());

  const start = (appToken = 'xapp-sundial') =>
    startLocalSlack({
      handOn: (request) => handOn(request),
      token: 'xoxb-sundial',
      apiUrl: slack.apiUrl,
      receiving: { kind: 'socket', appToken },
      now: () => DateTime.utc(2026, 11, 21),
      log: quiet,
    });
  const command = (text: string) => ({
    command: '/sundial',
    text,
    user_id: 'U0ANA00001',
    channel_id: 'C0PAYMENTS',
    trigger_id: 't',
    response_url: 'https://hooks.slack.com/a',
  });

  it('the same listeners take a command and answer help', async () => {
    const local = await start();
    expect(local.url).toBeNull();

    await slack.send('slash_commands', 'e1', command('status'));
    const help = await slack.send('slash_commands', 'e2', command('help'));

    expect(requests).toMatchObject([{ user: 'U0ANA00001', asked: { kind: 'command', text: 'status' } }]);
    expect(help.payload).toMatchObject({ response_type: 'ephemeral' });
    await local.close();
  });

  it('the same listeners take an event and a button', async () => {
    const local = await start();
    const event = { type: 'app_home_opened', user: 'U0ANA00001', tab: 'home' };
    const action = { type: 'button', action_id: 'watch', block_id: 'migration:m/payments', action_ts: '1' };

    await slack.send('events_api', 'e1', { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event });
    await slack.send('interactive', 'e2', {
      type: 'block_actions',
      user: { id: 'U0ANA00001' },
      team: { id: 'T1' },
      trigger_id: 't',
      response_url: 'https://hooks.slack.com/a',
      actions: [action],
    });

    expect(requests.map(({ asked }) => asked)).toEqual([
      { kind: 'openHome' },
      { kind: 'button', button: 'watch', about: 'm/payments' },
    ]);
    await local.close();
  });

  it('nothing is acknowledged that nobody has kept yet', async () => {
    const local = await start();
    let asked = () => {};
    const wasAsked = new Promise<void>((resolve) => (asked = resolve));
    let keep = () => {};
    handOn = () => {
      asked();
      return new Promise((resolve) => (keep = resolve));
    };

    const acknowledged = slack.send('slash_commands', 'e1', command('status'));
    await wasAsked;
    await slack.send('slash_commands', 'e2', command('help'));
    expect(slack.acknowledged.map((one) => one.envelope_id)).toEqual(['e2']);

    keep();
    expect(await acknowledged).toMatchObject({ envelope_id: 'e1' });
    await local.close();
  });

  it('a wrong token is said at once', async () => {
    await expect(start('xapp-other')).rejects.toThrow('invalid_auth');
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { slackRequests } from '../../../adapters/slack-requests.ts';
import type { Listening } from '../../../handlers/slack/listening.ts';
import { onCommand } from '../../../handlers/slack/on-command.ts';
import { onFormChanged } from '../../../handlers/slack/on-form-changed.ts';
import { onPressed } from '../../../handlers/slack/on-pressed.ts';
import { onSubmission } from '../../../handlers/slack/on-submission.ts';

const where = { trigger_id: 't', user: { id: 'U1' }, channel: { id: 'C1' }, response_url: 'https://hooks.slack.com/a' };
const view = {
  id: 'V1',
  hash: 'h',
  callback_id: 'owner',
  private_metadata: '{"about":"m/a"}',
  blocks: [],
  state: { values: { person: { value: { type: 'users_select', selected_user: 'U1' } } } },
};
const action = (name: string) => ({ action_id: name, block_id: 'migration:m/a', type: 'button', action_ts: '1' });
const pressed = (name: string) => (listening: Listening, ack: () => Promise<void>) =>
  onPressed({ body: { ...where, actions: [action(name)] }, action: action(name), ack } as never, listening);
const typed = (text: string) => (listening: Listening, ack: () => Promise<void>) =>
  onCommand({ command: { ...where, text, user_id: 'U1', channel_id: 'C1' }, ack } as never, listening);

/** A bus that takes connections and never answers. */
const bus = createServer(() => undefined);
beforeAll(async () => {
  await new Promise<void>((resolve) => bus.listen(0, resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', `http://127.0.0.1:${(bus.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'y');
});
afterAll(() => {
  vi.unstubAllEnvs();
  bus.closeAllConnections();
  bus.close();
});

describe.concurrent('where the bus hangs and Slack is slow', () => {
  it.each`
    what                    | listen                                                                                                       | told
    ${'a button'}           | ${pressed('acknowledge')}                                                                                    | ${['respond']}
    ${'a form button'}      | ${pressed('snooze')}                                                                                         | ${['respond', 'updateView']}
    ${'a command'}          | ${typed('status')}                                                                                           | ${[]}
    ${'a form’s command'}   | ${typed('snooze')}                                                                                           | ${['updateView']}
    ${'a change in a form'} | ${(l: Listening, ack: never) => onFormChanged({ body: { ...where, view, actions: [{}] }, ack } as never, l)} | ${['updateView']}
    ${'a form'}             | ${(l: Listening, ack: never) => onSubmission('owner', { body: where, view, ack } as never, l)}               | ${[]}
  `('$what is answered within three seconds, and its person told that it was not taken', async ({ listen, told }) => {
    const seen: string[] = [];
    const slow = (what: string) => async () => {
      seen.push(what);
      await setTimeout(400);
      return 'V1';
    };
    const listening = {
      ...slackRequests('bus'),
      openModal: async () => setTimeout(700, 'V1'),
      updateView: slow('updateView'),
      respond: slow('respond'),
      now: () => DateTime.utc(2026, 11, 21),
      log: { info: () => undefined, error: () => undefined },
    } as unknown as Listening;
    const ack = vi.fn(() => Promise.resolve());
    const began = performance.now();

    await (listen as (listening: Listening, ack: () => Promise<void>) => Promise<void>)(listening, ack);

    expect(performance.now() - began).toBeLessThan(2_700);
    expect(ack).toHaveBeenCalledOnce();
    expect(seen.toSorted()).toEqual(told);
  });
});

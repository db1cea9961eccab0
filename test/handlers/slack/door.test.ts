import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../handlers/slack/signature.ts';
import { refusalOf, signatureOf } from '../../../handlers/slack/signature.ts';
import { signedEvent, signedForm } from '../../../local/slack-person/signed-request.ts';
import type { SlackStage } from '../../fakes/local-slack.ts';
import { slackStage } from '../../fakes/local-slack.ts';

const now = DateTime.fromISO('2026-11-21T09:00:00Z');
const at = (offset: number) => String(now.toSeconds() + offset);
const body = 'command=%2Fsundial&text=status';
const sign = (timestamp: string, secret = 'secret', text = body) => signatureOf(text, secret, timestamp);

describe('a request', () => {
  it('is signed as Slack documents it', () => {
    const documented =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

    expect(signatureOf(documented, '8f742231b10e8888abcd99yyyzzz85a5', '1531420618')).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it.each`
    timestamp    | signature                                  | refusal       | why
    ${at(0)}     | ${sign(at(0))}                             | ${null}       | ${'signed now'}
    ${at(-300)}  | ${sign(at(-300))}                          | ${null}       | ${'five minutes old'}
    ${at(-301)}  | ${sign(at(-301))}                          | ${'stale'}    | ${'older'}
    ${at(301)}   | ${sign(at(301))}                           | ${'stale'}    | ${'of the future, which Bolt would take'}
    ${at(0)}     | ${undefined}                               | ${'unsigned'} | ${'without a signature'}
    ${undefined} | ${sign(at(0))}                             | ${'unsigned'} | ${'without a time'}
    ${at(0)}     | ${sign(at(0), 'other')}                    | ${'forged'}   | ${'signed with another secret'}
    ${at(0)}     | ${sign(at(0), 'secret', `${body}&text=x`)} | ${'forged'}   | ${'changed on the way'}
    ${at(-10)}   | ${sign(at(0))}                             | ${'forged'}   | ${'dated otherwise than it was signed'}
    ${at(0)}     | ${sign(at(0)).replace('v0=', 'v1=')}       | ${'forged'}   | ${'of another version'}
    ${at(0)}     | ${sign(at(0)).slice(0, -2)}                | ${'forged'}   | ${'cut short'}
    ${'NaN'}     | ${sign('NaN')}                             | ${'forged'}   | ${'with a time that is no number'}
    ${'1e99'}    | ${sign('1e99')}                            | ${'forged'}   | ${'with a time that is no whole number'}
  `('$why: $refusal', ({ timestamp, signature, refusal }: Signed) => {
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };

    expect(refusalOf({ headers, body: Buffer.from(body) }, 'secret', now)).toBe(refusal);
  });
});

describe('the door', () => {
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await slackStage();
  });
  afterEach(() => stage.close());

  const fields = {
    command: '/sundial',
    text: 'status',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: 't',
    response_url: 'https://hooks.slack.com/a',
  };
  const signing = (signingSecret: string, instant = '2026-11-21T09:00:00Z') => ({
    signingSecret,
    now: () => DateTime.fromISO(instant),
  });
  const post = (headers: Record<string, string>, text: string) =>
    fetch(stage.slack.url ?? '', { method: 'POST', headers, body: text });

  it.each`
    refusal       | headers
    ${'unsigned'} | ${{}}
    ${'forged'}   | ${{ 'x-slack-request-timestamp': at(0), 'x-slack-signature': 'v0=0' }}
    ${'stale'}    | ${{ 'x-slack-request-timestamp': at(-400), 'x-slack-signature': 'v0=0' }}
  `('answers 401 to what is $refusal, counts it, and shows it to nobody', async ({ refusal, headers }: Refused) => {
    const form = new URLSearchParams(fields).toString();
    const answer = await post({ 'content-type': 'application/x-www-form-urlencoded', ...headers }, form);

    expect([answer.status, await answer.text()]).toEqual([401, '']);
    expect(stage.logged).toEqual([{ message: 'A Slack request was refused', refusal }]);
    expect(stage.requests).toEqual([]);
  });

  it('refuses before it reads: what is no JSON is refused all the same', async () => {
    expect((await post({ 'content-type': 'application/json' }, '{')).status).toBe(401);
  });

  it('lets in what was caught and sent again within five minutes, with the same key, and nothing later', async () => {
    const { headers, body: text } = signedForm(fields, signing(stage.world.slackSigningSecret));

    expect((await post(headers, text)).status).toBe(200);
    expect(
      (await post({ ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }, text)).status,
    ).toBe(200);
    stage.at('2026-11-21T09:06:00Z');
    expect((await post(headers, text)).status).toBe(401);

    expect(stage.requests).toHaveLength(2);
    expect(new Set(stage.requests.map(({ key }) => key)).size).toBe(1);
    expect(JSON.stringify(stage.requests)).not.toContain('"t"');
  });

  it('hands an event that Slack sends again on with the same key', async () => {
    const event = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T1',
      event: { type: 'app_home_opened', user: 'U1', tab: 'home' },
    };
    const { headers, body: text } = signedEvent(event, signing(stage.world.slackSigningSecret));

    await post(headers, text);
    await post({ ...headers, 'x-slack-retry-num': '1' }, text);

    expect(new Set(stage.requests.map(({ key }) => key)).size).toBe(1);
  });

  it('answers the challenge by which Slack learns its address, signed only', async () => {
    const { headers, body: text } = signedEvent(
      { type: 'url_verification', challenge: 'c' },
      signing(stage.world.slackSigningSecret),
    );

    expect(await (await post(headers, text)).json()).toEqual({ challenge: 'c' });
    expect((await post({ 'content-type': 'application/json' }, text)).status).toBe(401);
  });

  it('answers Slack’s look at its certificate, and reads nothing else of it', async () => {
    const form = new URLSearchParams({ ...fields, ssl_check: '1' }).toString();

    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' }, form)).status).toBe(200);
    expect(stage.requests).toEqual([]);
  });

  it.each`
    contentType
    ${'application/x-www-form-urlencoded; charset=utf-8'}
    ${'Application/X-WWW-Form-Urlencoded'}
  `('knows $contentType', async ({ contentType }: { contentType: string }) => {
    const { headers, body: text } = signedForm(fields, signing(stage.world.slackSigningSecret));

    expect((await post({ ...headers, 'content-type': contentType }, text)).status).toBe(200);
    expect(stage.requests).toHaveLength(1);
  });

  it('takes words in any script', async () => {
    const text = 'status münchen 東京 🌅';
    const { headers, body: form } = signedForm({ ...fields, text }, signing(stage.world.slackSigningSecret));
    await post(headers, form);

    expect(stage.requests).toMatchObject([{ asked: { text } }]);
  });

  it.each`
    method    | path                | status
    ${'GET'}  | ${'/slack/events'}  | ${405}
    ${'POST'} | ${'/slack/install'} | ${404}
  `('has one way in: $method $path is $status', async ({ method, path, status }: Way) => {
    const url = new URL(path, stage.slack.url ?? '');
    expect((await fetch(url, { method })).status).toBe(status);
  });
});

interface Signed {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly refusal: Refusal | null;
}

interface Refused {
  readonly refusal: Refusal;
  readonly headers: Record<string, string>;
}

interface Way {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConsole } from '../../local/console.ts';
import type { Press } from '../../templates/console/slack-seat.ts';
import { snoozeModal } from '../../templates/slack/snooze-modal.ts';
import { compareModal } from '../../templates/slack/compare-modal.ts';
import { aConsoleView } from '../builders/console-view.ts';
import { aSituation } from '../builders/situation.ts';
import type { FakePerson } from '../fakes/slack-person.ts';
import { fakePerson } from '../fakes/slack-person.ts';

const situation = aSituation();
const snooze = snoozeModal({ situation, latest: null, silent: [], until: null, reason: null });
const compare = compareModal({
  situation,
  candidates: [],
  teamDataset: null,
  batch: null,
  estimate: null,
  problem: null,
  fields: {},
});
const message = { kind: 'message', channel: 'C0PAYMENTS', ts: '1791442800.000001' } as const;

describe('acting on the console', () => {
  let ana: FakePerson;
  let ben: FakePerson;
  let server: Awaited<ReturnType<typeof startConsole>>;
  let token: string;

  beforeEach(async () => {
    ana = fakePerson({ id: 'U0ANA', name: 'Ana' });
    ben = fakePerson({ id: 'U0BEN', name: 'Ben' });
    server = await startConsole({
      view: () => Promise.resolve(aConsoleView()),
      people: [ana, ben],
      report: (runId) => Promise.resolve(runId === 'run-1' ? '<!doctype html><title>Report</title>' : null),
    });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';
  });

  afterEach(() => server.close());

  async function page(path: string): Promise<string> {
    return (await fetch(new URL(path, server.url))).text();
  }

  function send(path: string, fields: Record<string, string | Blob>, headers: Record<string, string> = {}) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ token, as: 'U0ANA', ...fields })) body.append(name, value);
    const origin = server.url.replace(/\/$/, '');
    return fetch(new URL(path, server.url), {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin, ...headers },
    });
  }

  const press = (pressed: Partial<Press>) =>
    JSON.stringify({ where: message, actionId: '', blockId: '', value: null, from: null, ...pressed });

  it('types a command in a channel, and comes back to it', async () => {
    const answer = await send('/slack/command', { channel: 'C0PAYMENTS', text: ' /sundial status payments' });

    expect(ana.done).toEqual([{ kind: 'command', text: 'status payments', channel: 'C0PAYMENTS' }]);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/?as=U0ANA#channel-C0PAYMENTS');
  });

  it('leads to the answer that only this person sees', async () => {
    const told = fakePerson({ id: 'U0CAT', name: 'Cat' }, (_, shown) => {
      shown.answers.push({
        id: 'A1',
        channel: 'C0PAYMENTS',
        message: { text: 'Two models to leave', blocks: [] },
        at: '2026-11-20T09:00:00Z',
      });
      return { kind: 'ok' };
    });
    await server.close();
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()), people: [told, ben] });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';

    const answer = await send('/slack/command', { as: 'U0CAT', channel: 'C0PAYMENTS', text: 'status' });

    expect(answer.headers.get('location')).toBe('/?as=U0CAT#answer-A1');
    expect(await page('/?as=U0CAT')).toContain('Only visible to Cat');
    expect(await page('/?as=U0BEN')).not.toContain('Two models to leave');
  });

  it('presses a button of a message, as the person who sits there', async () => {
    const answer = await send('/slack/press', {
      as: 'U0BEN',
      press: press({ actionId: 'acknowledge', blockId: 'migration:m/payments', value: 'yes' }),
    });

    expect(ben.done).toEqual([
      {
        kind: 'press',
        where: message,
        pressed: { actionId: 'acknowledge', blockId: 'migration:m/payments', value: 'yes' },
        given: undefined,
      },
    ]);
    expect(ana.done).toEqual([]);
    expect(answer.headers.get('location')).toBe('/?as=U0BEN#message-C0PAYMENTS-1791442800-000001');
  });

  it('tells of a menu or a date picker what stands in it', async () => {
    await send('/slack/press', { press: press({ actionId: 'until', from: 'chosen' }), chosen: '2026-12-04' });

    expect(ana.done).toMatchObject([{ pressed: { actionId: 'until', value: '2026-12-04' } }]);
  });

  it('fills a form, and shows what is wrong with it on its fields', async () => {
    const person = fakePerson({ id: 'U0ANA', name: 'Ana' }, () => ({
      kind: 'errors',
      errors: { until: 'Choose a day.' },
    }));
    person.shown.modal = { viewId: 'V1', view: snooze };
    await server.close();
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()), people: [person] });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';

    const answer = await send('/slack/modal', {
      view: 'V1',
      submit: '1',
      'given:until': '',
      'given:reason': 'one\r\ntwo',
    });
    const shown = await page('/?as=U0ANA');

    expect(person.done).toEqual([{ kind: 'submit', viewId: 'V1', given: { until: null, reason: 'one\ntwo' } }]);
    expect(answer.headers.get('location')).toBe('/?as=U0ANA#modal');
    expect(shown).toMatch(/aria-describedby="modal-until-problem" aria-invalid="true"/);
    expect(shown).toContain('<b>Not yet right.</b> Choose a day.');
    expect(shown).toContain('one\ntwo</textarea>');
  });

  it('tells of a press within a form what stands in the form', async () => {
    ana.shown.modal = { viewId: 'V1', view: snooze };
    await send('/slack/modal', {
      view: 'V1',
      press: press({
        where: { kind: 'modal', viewId: 'V1' },
        actionId: 'value',
        blockId: 'until',
        from: 'given:until',
      }),
      'given:until': '2026-12-04',
      'given:reason': 'leave',
    });

    expect(ana.done).toEqual([
      {
        kind: 'press',
        where: { kind: 'modal', viewId: 'V1' },
        pressed: { actionId: 'value', blockId: 'until', value: '2026-12-04' },
        given: { until: '2026-12-04', reason: 'leave' },
      },
    ]);
    expect(await page('/')).toContain('value="2026-12-04"');
  });

  it('hands a file on, and keeps it for when the form is sent again', async () => {
    ana.shown.modal = { viewId: 'V1', view: compare };
    const file = new File(['{"id":"1"}'], 'cases.jsonl');
    const fields = { view: 'V1', 'given:candidate': 'anthropic.claude-sonnet-5', 'given:source': 'upload' };

    await send('/slack/modal', {
      ...fields,
      press: press({ actionId: 'estimate', blockId: 'estimate' }),
      'given:file': file,
    });
    expect(await page('/')).toContain('cases.jsonl is there already.');
    await send('/slack/modal', { ...fields, submit: '1' });

    const bytes = new Uint8Array(Buffer.from('{"id":"1"}'));
    expect(ana.done.at(-1)).toMatchObject({
      kind: 'submit',
      given: { candidate: 'anthropic.claude-sonnet-5', source: 'upload', file: { name: 'cases.jsonl', bytes } },
    });
  });

  it('closes a form, forgets what stood in it, and comes back to where it was opened', async () => {
    ana.shown.modal = { viewId: 'V1', view: snooze };
    await send('/slack/press', { press: press({ actionId: 'snooze' }) });
    const answer = await send('/slack/modal', { view: 'V1', close: '1', 'given:reason': 'never mind' });
    expect(answer.headers.get('location')).toBe('/?as=U0ANA#message-C0PAYMENTS-1791442800-000001');
    ana.shown.modal = { viewId: 'V2', view: snooze };

    expect(ana.done.at(-1)).toEqual({ kind: 'close', viewId: 'V1' });
    expect(await page('/')).not.toContain('never mind');
  });

  it('does nothing with a form that is not open any more', async () => {
    await send('/slack/modal', { view: 'V1', submit: '1' });

    expect(ana.done).toEqual([]);
    expect(await page('/')).toContain('That form is not open any more.');
  });

  it('opens App Home', async () => {
    await send('/slack/home', {});

    expect(ana.done).toEqual([{ kind: 'home' }]);
  });

  it('looks again by itself while a form is being made', async () => {
    expect(await page('/')).not.toContain('http-equiv="refresh"');
    const blocks = snooze.blocks.slice(0, 1);
    const { submit, ...loading } = { ...snooze, blocks };
    ana.shown.modal = { viewId: 'V1', view: loading };

    expect(submit).toBeDefined();
    expect(await page('/')).toContain('<meta http-equiv="refresh" content="1">');
  });

  it('says so when Sundial refuses what Slack would send', async () => {
    const person = fakePerson({ id: 'U0ANA', name: 'Ana' }, () => ({
      kind: 'refused',
      status: 401,
      body: 'bad <signature>',
    }));
    await server.close();
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()), people: [person] });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';
    await send('/slack/command', { channel: 'C0PAYMENTS', text: 'status' });

    expect(await page('/')).toContain('Sundial refused this with status 401: bad &lt;signature&gt;');
  });

  it('says so when what a click began goes wrong later', async () => {
    await server.close();
    server = await startConsole({
      view: () => Promise.resolve(aConsoleView()),
      people: [ana],
      settled: () => Promise.reject(new Error('the store is gone')),
    });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';

    expect((await send('/slack/press', { press: press({}) })).status).toBe(303);
    expect(await page('/')).toContain('This could not be done: the store is gone');
  });

  it('says so when what was pressed is not there any more', async () => {
    const person = fakePerson({ id: 'U0ANA', name: 'Ana' }, () => {
      throw new Error('there is no message 1.2');
    });
    await server.close();
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()), people: [person] });
    token = /name="token" value="(?<token>[^"]+)"/.exec(await page('/'))?.groups?.['token'] ?? '';
    const answer = await send('/slack/press', { press: press({}) });

    expect(answer.status).toBe(303);
    expect(await page('/')).toContain('This could not be done: there is no message 1.2');
  });

  it.each`
    fields                                       | headers                             | status | why
    ${{ token: '' }}                             | ${{}}                               | ${403} | ${'it carries no token'}
    ${{ token: 'ab'.repeat(24) }}                | ${{}}                               | ${403} | ${'its token is of another start'}
    ${{}}                                        | ${{ origin: 'https://evil.test' }}  | ${403} | ${'another page sent it'}
    ${{}}                                        | ${{ origin: 'null' }}               | ${403} | ${'nobody says which page sent it'}
    ${{}}                                        | ${{ origin: 'http://127.0.0.1:1' }} | ${403} | ${'another program on this machine made the page'}
    ${{ press: '{}' }}                           | ${{}}                               | ${400} | ${'it presses nothing known'}
    ${{ press: 'no json' }}                      | ${{}}                               | ${400} | ${'it presses nothing at all'}
    ${{ press: press({}), x: 'x'.repeat(12e6) }} | ${{}}                               | ${400} | ${'it is too large'}
  `('refuses a form with $status: $why', async ({ fields, headers, status }) => {
    const answer = await send('/slack/press', fields as Record<string, string>, headers as Record<string, string>);

    expect(answer.status).toBe(status);
    expect([...ana.done, ...ben.done]).toEqual([]);
  });

  it('shows the report of a run in an origin of its own, with no way to the console', async () => {
    const answer = await fetch(new URL('/runs/run-1/report', server.url));

    expect(await answer.text()).toContain('<title>Report</title>');
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts/);
    expect((await fetch(new URL('/runs/run-2/report', server.url))).status).toBe(404);
    expect((await fetch(new URL('/runs/../report', server.url))).status).toBe(404);
  });

  it('shows every message and form, all of which Slack takes', async () => {
    const preview = await page('/slack/preview');

    expect(preview.match(/Slack takes it\./g)?.length).toBeGreaterThan(35);
    expect(preview).not.toContain('Slack would refuse it');
    expect(preview).not.toMatch(/<script|javascript:| on\w+=|\sstyle=/i);
  });

  it('gives every id once, on the page and in the preview', async () => {
    ana.shown.modal = { viewId: 'V1', view: compare };
    for (const html of [await page('/'), await page('/slack/preview')]) {
      const ids = [...html.matchAll(/ id="(?<id>[^"]+)"/g)].map(({ groups }) => groups?.['id']);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

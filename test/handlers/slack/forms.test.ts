import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackClient } from '../../../adapters/slack-client.ts';
import type { FormName } from '../../../domain/slack-request.ts';
import type { Given } from '../../../local/slack-person/slack-person.ts';
import type { SlackStage } from '../../fakes/local-slack.ts';
import { slackStage } from '../../fakes/local-slack.ts';

const about = 'anthropic.claude-opus-4-1-20250805-v1:0/payments';
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const options = (...values: readonly string[]) => values.map((value) => ({ text: plain(value), value }));
const day = { type: 'datepicker', action_id: 'value', initial_date: '2026-12-01' };
const line = { type: 'plain_text_input', action_id: 'value' };

/** Elements by the names of their fields; what is in brackets may be left empty. */
const forms: Readonly<Record<FormName, Readonly<Record<string, object>>>> = {
  snooze: { until: day, reason: line },
  waive: { until: day, reason: line },
  owner: { person: { type: 'users_select', action_id: 'value' } },
  replace: {
    '[candidate]': { type: 'static_select', action_id: 'value', options: options('anthropic.claude-opus-4-8') },
    '[other]': line,
  },
  compare: {
    candidate: line,
    source: { type: 'radio_buttons', action_id: 'value', options: options('team', 'upload') },
    '[file]': { type: 'file_input', action_id: 'value', filetypes: ['jsonl'], max_files: 1 },
    '[sample]': { type: 'number_input', action_id: 'value', is_decimal_allowed: false },
  },
};

let stage: SlackStage;
beforeEach(async () => {
  stage = await slackStage();
});
afterEach(() => stage.close());

/** Opens a form as people do, and fills it as whoever does the work would. */
async function opened(form: FormName, metadata: object = {}): Promise<string> {
  await stage.ana.command(form, '#payments');
  stage.requests.splice(0);
  const viewId = stage.ana.modal()?.viewId ?? '';
  const view = {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify({ about, ...metadata }),
    title: plain(form),
    submit: plain('Save'),
    blocks: [
      ...Object.entries(forms[form]).map(([name, element]) => ({
        type: 'input',
        block_id: name.replaceAll(/[[\]]/g, ''),
        optional: name.startsWith('['),
        dispatch_action: true,
        label: plain(name),
        element,
      })),
      {
        type: 'actions',
        block_id: 'more',
        elements: [{ type: 'button', action_id: 'estimate', text: plain('Estimate') }],
      },
    ],
  } as unknown as ModalView;
  const { slackToken: token, slackApiUrl: apiUrl } = stage.world;
  await slackClient({ token, apiUrl }).views.update({ view_id: viewId, view });
  return viewId;
}

describe('a form that is sent', () => {
  it.each`
    form         | given                                                                    | fields
    ${'snooze'}  | ${{ reason: 'Tests run <b>' }}                                           | ${{ until: '2026-12-01', reason: 'Tests run <b>' }}
    ${'waive'}   | ${{ until: '2027-06-30', reason: 'By contract' }}                        | ${{ until: '2027-06-30', reason: 'By contract' }}
    ${'owner'}   | ${{ person: 'U0BEN00001' }}                                              | ${{ person: 'U0BEN00001' }}
    ${'replace'} | ${{ candidate: 'anthropic.claude-opus-4-8' }}                            | ${{ candidate: 'anthropic.claude-opus-4-8', other: null }}
    ${'compare'} | ${{ candidate: 'amazon.nova-2-pro-v1:0', source: 'team', sample: '20' }} | ${{ candidate: 'amazon.nova-2-pro-v1:0', source: 'team', sample: '20', file: [] }}
  `('closes and is handed on: $form', async ({ form, given, fields }: Sent) => {
    const viewId = await opened(form, { current: 'anthropic.claude-opus-4-1-20250805-v1:0' });

    expect(await stage.ana.submit(viewId, given)).toEqual({ kind: 'ok' });

    expect(stage.ana.modal()).toBeNull();
    expect(stage.requests).toMatchObject([
      { user: stage.ana.user.id, channel: null, responseUrl: null, asked: { kind: 'submitForm', form, about, fields } },
    ]);
  });

  it('gives a file by its id', async () => {
    const viewId = await opened('compare', { current: 'anthropic.claude-opus-4-1-20250805-v1:0' });
    const file = { name: 'cases.jsonl', bytes: Buffer.from('{"id":"1","prompt":"Hello"}\n') };

    await stage.ana.submit(viewId, { candidate: 'amazon.nova-2-pro-v1:0', source: 'upload', file });

    expect(stage.requests[0]?.asked).toMatchObject({ fields: { file: [expect.stringMatching(/^F[0-9A-F]{10}$/)] } });
  });

  it.each`
    form         | given                                                        | at
    ${'snooze'}  | ${{ until: '2026-11-20', reason: 'why not' }}                | ${'until'}
    ${'snooze'}  | ${{ reason: 'x' }}                                           | ${'reason'}
    ${'waive'}   | ${{ until: '2026-01-01', reason: 'By contract' }}            | ${'until'}
    ${'replace'} | ${{}}                                                        | ${'other'}
    ${'replace'} | ${{ other: 'not a model' }}                                  | ${'other'}
    ${'compare'} | ${{ candidate: 'x', source: 'team' }}                        | ${'candidate'}
    ${'compare'} | ${{ candidate: 'amazon.nova-2-pro-v1:0', source: 'upload' }} | ${'file'}
    ${'owner'}   | ${{}}                                                        | ${'person'}
  `(
    'stays open, with the words at the field, where it cannot be taken: $form, $at',
    async ({ form, given, at }: Wrong) => {
      const viewId = await opened(form, { current: 'anthropic.claude-opus-4-1-20250805-v1:0' });

      expect(await stage.ana.submit(viewId, given)).toMatchObject({
        kind: 'errors',
        errors: { [at]: expect.stringMatching(/\w/) as string },
      });

      expect(stage.ana.modal()?.viewId).toBe(viewId);
      expect(stage.requests).toEqual([]);
    },
  );

  it('stays open, with what was typed, where it cannot be handed on', async () => {
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));
    const viewId = await opened('snooze');

    expect(await stage.ana.submit(viewId, { reason: 'Tests run' })).toMatchObject({
      kind: 'errors',
      errors: { until: expect.stringContaining('could not take this') as string },
    });
    expect(stage.ana.modal()?.viewId).toBe(viewId);
  });

  it('sent twice is one request: both have the same key', async () => {
    const viewId = await opened('snooze');
    const { id, hash, view } = stage.world.slackDesk.views.shown(viewId) ?? {};
    const values = {
      until: { value: { type: 'datepicker', selected_date: '2026-12-01' } },
      reason: { value: { type: 'plain_text_input', value: 'Tests run' } },
    };
    const submission = { type: 'view_submission', user: { id: 'U1' }, view: { ...view, id, hash, state: { values } } };

    await stage.send.sendInteraction({ ...submission, trigger_id: 'one' });
    await stage.send.sendInteraction({ ...submission, trigger_id: 'another' });

    expect(stage.requests).toHaveLength(2);
    expect(new Set(stage.requests.map(({ key }) => key)).size).toBe(1);
  });
});

describe('a change inside a form', () => {
  it.each`
    actionId      | blockId
    ${'value'}    | ${'candidate'}
    ${'estimate'} | ${'more'}
  `(
    'by $actionId asks for it to be filled again, with what was given so far',
    async ({ actionId, blockId }: Change) => {
      const viewId = await opened('compare');
      const given = { candidate: 'amazon.nova-2-pro-v1:0', source: 'team' };

      expect(
        await stage.ana.press({ kind: 'modal', viewId }, { actionId, blockId, value: given.candidate }, given),
      ).toEqual({ kind: 'ok' });

      expect(stage.requests).toMatchObject([
        {
          channel: null,
          responseUrl: null,
          asked: { kind: 'openForm', form: 'compare', viewId, about, fields: given },
        },
      ]);
    },
  );

  it('says above the form where it cannot be handed on, once, and keeps the form', async () => {
    const viewId = await opened('compare');
    stage.handOn.does = () => Promise.reject(new Error('the bus is away'));
    const press = () =>
      stage.ana.press({ kind: 'modal', viewId }, { actionId: 'estimate', blockId: 'more', value: null });

    await press();
    expect(await press()).toEqual({ kind: 'ok' });

    const blocks = stage.ana.modal()?.view.blocks ?? [];
    expect(blocks.filter((block) => JSON.stringify(block).includes('could not take this'))).toHaveLength(1);
    expect(blocks).toHaveLength(Object.keys(forms.compare).length + 2);
    expect(stage.ana.modal()?.view.private_metadata).toContain(about);
  });
});

interface Sent {
  readonly form: FormName;
  readonly given: Given;
  readonly fields: unknown;
}

interface Wrong {
  readonly form: FormName;
  readonly given: Given;
  readonly at: string;
}

interface Change {
  readonly actionId: string;
  readonly blockId: string;
}

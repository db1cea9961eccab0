import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { consolePage } from '../../../templates/console/page.ts';
import { slackBlock } from '../../../templates/console/slack-block.ts';
import type { SlackSeat } from '../../../templates/console/slack-seat.ts';
import type { Surface } from '../../../templates/console/slack-surface.ts';
import { aConsoleView } from '../../builders/console-view.ts';

const hostile = `"'><img src=x onerror=alert(1)></textarea></style><script>alert(1)</script>`;
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const where = { kind: 'message', channel: 'C1', ts: '1.2' } as const;
const surface: Surface = {
  links: (url) => url,
  people: [{ id: 'U0ANA', name: 'Ana' }],
  scope: 's',
  controls: { kind: 'live', where },
  held: {},
  errors: {},
};

/** One of every element and input, with one text everywhere. */
function everything(text: string): KnownBlock[] {
  const options = [{ text: plain(text), value: text, description: plain(text) }];
  const common = { action_id: text };
  const inputs = [
    { type: 'plain_text_input', ...common, initial_value: text },
    { type: 'plain_text_input', ...common, initial_value: text, multiline: true },
    { type: 'number_input', ...common, is_decimal_allowed: true, initial_value: text, min_value: text },
    { type: 'datepicker', ...common, initial_date: text },
    { type: 'users_select', ...common, initial_user: text },
    { type: 'static_select', ...common, options, initial_option: options[0] },
    { type: 'radio_buttons', ...common, options, initial_option: options[0] },
    { type: 'checkboxes', ...common, options, initial_options: options },
    { type: 'file_input', ...common, filetypes: [text] },
    { type: text },
  ].map((element, index) => ({
    type: 'input',
    block_id: `${text}${index}`,
    label: plain(text),
    hint: plain(text),
    element,
  }));
  const pressed = [
    { type: 'button', ...common, text: plain(text), value: text, accessibility_label: text, style: text },
    { type: 'button', ...common, text: plain(text), url: `https://example.com/${text}` },
    { type: 'overflow', ...common, options },
    { type: 'static_select', ...common, options },
    { type: 'users_select', ...common, initial_user: text },
    { type: 'datepicker', ...common, initial_date: text },
    { type: 'radio_buttons', ...common, options },
    { type: 'checkboxes', ...common, options },
    { type: text, ...common },
  ];
  return [
    ...inputs,
    { type: 'actions', block_id: text, elements: pressed },
    { type: 'image', image_url: `data:image/png;base64,${text}`, alt_text: text, title: plain(text) },
    { type: 'section', block_id: text, text: plain(text), accessory: pressed[0] },
  ] as unknown as KnownBlock[];
}

const modal: ModalView = {
  type: 'modal',
  title: plain(hostile),
  submit: plain(hostile),
  close: plain(hostile),
  blocks: everything(hostile),
};
const home: HomeView = { type: 'home', blocks: everything(hostile) };
const held = Object.fromEntries(modal.blocks.map(({ block_id: id = '' }) => [id, hostile]));
const seat: SlackSeat = {
  token: hostile,
  acting: { id: hostile, name: hostile },
  people: [{ id: hostile, name: hostile }],
  answers: [
    { id: hostile, channel: 'C0PAYMENTS', message: { text: hostile, blocks: everything(hostile) }, at: hostile },
  ],
  modal: { viewId: hostile, view: modal, held, errors: held },
  home,
  notice: hostile,
};

describe('what people press and fill in', () => {
  it('is shown as the text it is, whatever it says', () => {
    const page = consolePage(aConsoleView(), seat);

    expect(page).not.toMatch(/<img src=x|<script|\sonerror=(?!alert\(1\)&gt;)/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each<[string, object, string]>([
    [
      'a button',
      { type: 'button', action_id: 'ack', value: 'v', text: plain('Go'), accessibility_label: 'Go there' },
      '<button class="button" name="press" value="{&quot;actionId&quot;:&quot;ack&quot;,&quot;blockId&quot;:&quot;b&quot;,&quot;value&quot;:&quot;v&quot;,&quot;from&quot;:null,&quot;where&quot;:{&quot;kind&quot;:&quot;message&quot;,&quot;channel&quot;:&quot;C1&quot;,&quot;ts&quot;:&quot;1.2&quot;}}" aria-label="Go there">Go</button>',
    ],
    [
      'an overflow menu',
      { type: 'overflow', action_id: 'more', options: [{ text: plain('Watch'), value: 'watch' }] },
      '<details class="overflow"><summary class="button" aria-label="More to do">⋯</summary>',
    ],
    [
      'a date picker',
      { type: 'datepicker', action_id: 'until', initial_date: '2026-12-04' },
      '<input type="date" name="chosen:b:until" id="s-b-until" aria-label="Day" value="2026-12-04">',
    ],
    [
      'a menu',
      { type: 'static_select', action_id: 'pick', options: [{ text: plain('One'), value: '1' }] },
      '<option value="1">One</option>',
    ],
    [
      'a person',
      { type: 'users_select', action_id: 'who', initial_user: 'U0ANA' },
      '<option value="U0ANA" selected>Ana</option>',
    ],
  ])('%s among actions can be pressed', (_, element, shown) => {
    const block = { type: 'actions', block_id: 'b', elements: [element] } as unknown as KnownBlock;

    expect(slackBlock(block, surface)).toContain(shown);
  });

  it.each<[string, object, string | null, string]>([
    ['text', { type: 'plain_text_input', initial_value: 'begun' }, 'given', 'value="given"'],
    ['text that was emptied', { type: 'plain_text_input', initial_value: 'begun' }, null, 'value=""'],
    ['a number', { type: 'number_input', is_decimal_allowed: false }, '4', 'step="1" min="" value="4"'],
    [
      'a choice',
      {
        type: 'radio_buttons',
        options: [
          { text: plain('One'), value: '1' },
          { text: plain('Two'), value: '2' },
        ],
      },
      '2',
      'value="2" checked',
    ],
    ['a person that nobody knows', { type: 'users_select' }, 'U0CAT', '<option value="U0CAT" selected>U0CAT</option>'],
    ['a file', { type: 'file_input', filetypes: ['jsonl'] }, 'cases.jsonl', 'cases.jsonl is there already.'],
  ])('an input keeps %s that was given', (_, element, given, shown) => {
    const block = { type: 'input', block_id: 'b', label: plain('What'), element } as unknown as KnownBlock;

    expect(slackBlock(block, { ...surface, held: { b: given } })).toContain(shown);
  });

  it('says what is wrong in words that belong to the field', () => {
    const block = {
      type: 'input',
      block_id: 'b',
      label: plain('What'),
      element: { type: 'plain_text_input' },
    } as KnownBlock;
    const shown = slackBlock(block, { ...surface, errors: { b: 'Write <more>.' } });

    expect(shown).toContain('aria-describedby="s-b-problem" aria-invalid="true" aria-required="true"');
    expect(shown).toContain('id="s-b-problem"><b>Not yet right.</b> Write &lt;more&gt;.');
  });

  it('calls people by their names where they are known', () => {
    const block = { type: 'section', text: { type: 'mrkdwn', text: '<@U0ANA> and <@U0CAT>' } } as KnownBlock;

    expect(slackBlock(block, surface)).toContain(
      '<span class="mention">@Ana</span> and <span class="mention">@U0CAT</span>',
    );
  });
});

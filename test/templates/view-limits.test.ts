import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../templates/block-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index));
const option = (index: number, more = {}) => ({ text: plain(`Option ${index}`), value: `value-${index}`, ...more });
const options = (count: number) => many(count, option);
const input = (element: object, more = {}) => ({ type: 'input', label: plain('What'), element, ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const sectionWith = (accessory: object) => ({ type: 'section', text: plain('x'), accessory });
const divider = () => ({ type: 'divider' });
const typed = (more = {}) => ({ type: 'plain_text_input', ...more });
const number = (more = {}) => ({ type: 'number_input', is_decimal_allowed: true, ...more });
const select = (more = {}) => ({ type: 'static_select', options: options(2), ...more });
const radio = (more = {}) => ({ type: 'radio_buttons', options: options(2), ...more });
const picture = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a sun' };

function modal(blocks: readonly object[], more: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', title: plain('A form'), submit: plain('Save'), blocks: blocks as KnownBlock[], ...more };
}

describe('viewProblems', () => {
  it.each`
    what                                   | blocks
    ${'a text input that is full'}         | ${[input(typed({ initial_value: long(3000), max_length: 3000, placeholder: plain(long(150)) }))]}
    ${'a text input without limits'}       | ${[input(typed(), { label: plain(long(2000)), hint: plain(long(2000)), optional: true })]}
    ${'a number within its bounds'}        | ${[input(number({ min_value: '0', initial_value: '0.5', max_value: '1' }))]}
    ${'a day'}                             | ${[input({ type: 'datepicker', initial_date: '2026-12-04' }, { dispatch_action: true })]}
    ${'a person'}                          | ${[input({ type: 'users_select', initial_user: 'U0ANA' })]}
    ${'100 options, one of them chosen'}   | ${[input(select({ options: options(100), initial_option: option(99) }))]}
    ${'a choice of ten'}                   | ${[input(radio({ options: options(10), initial_option: option(0) }))]}
    ${'an option with more to say'}        | ${[input(radio({ options: [option(1, { description: { type: 'mrkdwn', text: 'more' } })] }))]}
    ${'boxes to check'}                    | ${[input({ type: 'checkboxes', options: options(2), initial_options: options(1) })]}
    ${'a file'}                            | ${[input({ type: 'file_input', filetypes: ['jsonl'], max_files: 1 })]}
    ${'a picture'}                         | ${[{ ...picture, title: plain('Sun') }]}
    ${'a picture that Slack holds'}        | ${[{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'a sun' }]}
    ${'five things to do beside a button'} | ${[actions({ type: 'button', text: plain('Go') }, { type: 'overflow', options: options(5) })]}
    ${'menus among actions'}               | ${[actions(select({ action_id: 'a' }), { type: 'datepicker', action_id: 'b' })]}
    ${'a menu beside a section'}           | ${[sectionWith(select()), sectionWith(picture)]}
    ${'100 blocks'}                        | ${many(100, divider)}
  `('lets $what pass', ({ blocks }: { blocks: object[] }) => {
    expect(viewProblems(modal(blocks))).toEqual([]);
  });

  it.each`
    block                                                                                  | problem
    ${input(typed(), { label: plain(long(2001)) })}                                        | ${'blocks[0].label: 2001 characters, at most 2000'}
    ${input(typed(), { label: { type: 'mrkdwn', text: '*x*' } })}                          | ${'blocks[0].label: not plain_text'}
    ${input(typed(), { hint: plain(long(2001)) })}                                         | ${'blocks[0].hint: 2001 characters, at most 2000'}
    ${input(typed({ placeholder: plain(long(151)) }))}                                     | ${'blocks[0].element.placeholder: 151 characters, at most 150'}
    ${input(typed({ max_length: 3001 }))}                                                  | ${'blocks[0].element.max_length: not 1 to 3000'}
    ${input(typed({ min_length: -1 }))}                                                    | ${'blocks[0].element.min_length: not 0 to 3000'}
    ${input(typed({ min_length: 10, max_length: 5 }))}                                     | ${'blocks[0].element: min_length is over max_length'}
    ${input(typed({ initial_value: 'abc', max_length: 2 }))}                               | ${'blocks[0].element.initial_value: 3 characters, at most 2'}
    ${input({ type: 'number_input' })}                                                     | ${'blocks[0].element.is_decimal_allowed: neither true nor false'}
    ${input(number({ min_value: 1 }))}                                                     | ${'blocks[0].element.min_value: not a number written as text'}
    ${input(number({ max_value: '5', initial_value: '6' }))}                               | ${'blocks[0].element.initial_value: not between min_value and max_value'}
    ${input({ type: 'datepicker', initial_date: '2026-02-30' })}                           | ${'blocks[0].element.initial_date: not a day as YYYY-MM-DD'}
    ${input({ type: 'users_select', initial_user: '' })}                                   | ${'blocks[0].element.initial_user: empty'}
    ${input(select({ options: options(101) }))}                                            | ${'blocks[0].element.options: 101 options, at most 100'}
    ${input(select({ options: [] }))}                                                      | ${'blocks[0].element.options: empty'}
    ${input(select({ options: [option(1), option(1)] }))}                                  | ${'blocks[0].element.options: two with the same value'}
    ${input(select({ initial_option: option(7) }))}                                        | ${'blocks[0].element: what is chosen at first is no option'}
    ${input(select({ option_groups: [] }))}                                                | ${'blocks[0].element.option_groups: not checked, so not sent'}
    ${input(select({ options: [option(1, { text: plain(long(76)) })] }))}                  | ${'blocks[0].element.options[0].text: 76 characters, at most 75'}
    ${input(select({ options: [option(1, { value: long(151) })] }))}                       | ${'blocks[0].element.options[0].value: 151 characters, at most 150'}
    ${input(select({ options: [option(1, { text: { type: 'mrkdwn', text: 'x' } })] }))}    | ${'blocks[0].element.options[0].text: not plain_text'}
    ${input(radio({ options: options(11) }))}                                              | ${'blocks[0].element.options: 11 options, at most 10'}
    ${input(radio({ options: [option(1, { description: plain(long(76)) })] }))}            | ${'blocks[0].element.options[0].description: 76 characters, at most 75'}
    ${input({ type: 'file_input', max_files: 11 })}                                        | ${'blocks[0].element.max_files: not 1 to 10'}
    ${input({ type: 'file_input', filetypes: [] })}                                        | ${'blocks[0].element.filetypes: empty'}
    ${input({ type: 'button', text: plain('Go') })}                                        | ${'blocks[0].element: an element of type button is not checked here, so not sent'}
    ${{ type: 'input', label: plain('x') }}                                                | ${'blocks[0].element: an element of type undefined is not checked here, so not sent'}
    ${actions(typed())}                                                                    | ${'blocks[0].elements[0]: an element of type plain_text_input is not checked here, so not sent'}
    ${actions({ type: 'workflow_button' })}                                                | ${'blocks[0].elements[0]: an element of type workflow_button is not checked here, so not sent'}
    ${actions({ type: 'overflow', options: options(6) })}                                  | ${'blocks[0].elements[0].options: 6 options, at most 5'}
    ${actions({ type: 'button', text: plain('x'), style: 'blue' })}                        | ${'blocks[0].elements[0].style: not primary or danger'}
    ${actions({ type: 'button', text: plain('x'), accessibility_label: long(76) })}        | ${'blocks[0].elements[0].accessibility_label: 76 characters, at most 75'}
    ${actions({ type: 'button', text: plain('x'), confirm: { title: plain(long(101)) } })} | ${'blocks[0].elements[0].confirm.title: 101 characters, at most 100'}
    ${sectionWith(typed())}                                                                | ${'blocks[0].accessory: an element of type plain_text_input is not checked here, so not sent'}
    ${{ type: 'image', alt_text: 'a sun' }}                                                | ${'blocks[0].image_url: empty'}
    ${{ ...picture, alt_text: '' }}                                                        | ${'blocks[0].alt_text: empty'}
    ${{ type: 'video' }}                                                                   | ${'blocks[0]: a block of type video is not checked, so not sent'}
  `('says $problem', ({ block, problem }: { block: object; problem: string }) => {
    expect(viewProblems(modal([block]))).toContain(problem);
  });

  it.each`
    view                                                                     | problem
    ${modal([divider()], { title: plain(long(25)) })}                        | ${'title: 25 characters, at most 24'}
    ${modal([divider()], { submit: plain(long(25)) })}                       | ${'submit: 25 characters, at most 24'}
    ${modal([divider()], { close: plain(long(25)) })}                        | ${'close: 25 characters, at most 24'}
    ${modal([divider()], { private_metadata: long(3001) })}                  | ${'private_metadata: 3001 characters, at most 3000'}
    ${modal([divider()], { callback_id: long(256) })}                        | ${'callback_id: 256 characters, at most 255'}
    ${modal([divider()], { external_id: long(256) })}                        | ${'external_id: 256 characters, at most 255'}
    ${modal([])}                                                             | ${'blocks: empty'}
    ${modal(many(101, divider))}                                             | ${'blocks: 101 blocks, at most 100'}
    ${modal(many(2, () => ({ type: 'divider', block_id: 'until' })))}        | ${'until: an id that is used twice'}
    ${modal(many(90, () => ({ type: 'section', text: plain(long(3000)) })))} | ${expect.stringMatching(/^view: \d+ bytes of JSON, at most 250000$/)}
  `('says $problem of the whole', ({ view, problem }: { view: ModalView; problem: string }) => {
    expect(viewProblems(view)).toContainEqual(problem);
  });

  it('wants a button that sends what was put in', () => {
    const unsendable = { type: 'modal', title: plain('A form'), blocks: [input(typed())] } as unknown as ModalView;

    expect(viewProblems(unsendable)).toEqual(['submit: missing, and there is an input']);
  });

  it('takes App Home, which has no title', () => {
    expect(viewProblems({ type: 'home', blocks: [{ type: 'divider' }] } satisfies HomeView)).toEqual([]);
  });

  it('checks the elements of messages as it does those of views', () => {
    const block = actions({ type: 'overflow', options: options(6) }) as KnownBlock;

    expect(blockProblems({ text: 'hello', blocks: [block] })).toEqual([
      'blocks[0].elements[0].options: 6 options, at most 5',
    ]);
  });
});

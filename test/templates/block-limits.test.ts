import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { blockProblems } from '../../templates/block-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const words = (text: string) => ({ type: 'mrkdwn', text }) as const;
const section = (text: string) => ({ type: 'section', text: words(text) }) as const;
const button = (more: object) =>
  ({ type: 'actions', elements: [{ type: 'button', text: plain('Go'), ...more }] }) as const;
const long = (length: number) => 'x'.repeat(length);
const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

function problems(...blocks: unknown[]): readonly string[] {
  return blockProblems({ text: 'hello', blocks: blocks as KnownBlock[] });
}

describe('blockProblems', () => {
  it.each`
    what                          | blocks
    ${'a full header'}            | ${[{ type: 'header', text: plain(long(150)) }]}
    ${'a full section'}           | ${[section(long(3000))]}
    ${'50 blocks'}                | ${many(50, { type: 'divider' })}
    ${'10 full fields'}           | ${[{ type: 'section', fields: many(10, words(long(1000))) }]}
    ${'10 elements of context'}   | ${[{ type: 'context', elements: many(10, words('x')) }]}
    ${'25 buttons'}               | ${[{ type: 'actions', elements: many(25, { type: 'button', text: plain(long(75)), value: 'x' }) }]}
    ${'a button with a long url'} | ${[button({ url: `https://${long(2900)}`, action_id: long(255) })]}
    ${'what is not a button'}     | ${[{ type: 'actions', elements: [{ type: 'users_select' }] }]}
    ${'a section with a button'}  | ${[{ ...section('x'), accessory: { type: 'button', text: plain('Go') } }]}
  `('lets $what pass', ({ blocks }) => {
    expect(problems(...(blocks as unknown[]))).toEqual([]);
  });

  it.each`
    block                                                                            | problem
    ${{ type: 'header', text: plain(long(151)) }}                                    | ${'blocks[0].text: 151 characters, at most 150'}
    ${{ type: 'header', text: words('x') }}                                          | ${'blocks[0].text: not plain_text'}
    ${{ type: 'header' }}                                                            | ${'blocks[0].text: not plain_text'}
    ${section(long(3001))}                                                           | ${'blocks[0].text: 3001 characters, at most 3000'}
    ${section(' ')}                                                                  | ${'blocks[0].text: empty'}
    ${{ type: 'section' }}                                                           | ${'blocks[0]: neither text nor fields'}
    ${{ ...section('x'), fields: [] }}                                               | ${'blocks[0].fields: empty'}
    ${{ type: 'section', fields: many(11, words('x')) }}                             | ${'blocks[0].fields: 11 fields, at most 10'}
    ${{ type: 'section', fields: [words(long(2001))] }}                              | ${'blocks[0].fields[0]: 2001 characters, at most 2000'}
    ${{ type: 'context' }}                                                           | ${'blocks[0].elements: empty'}
    ${{ type: 'context', elements: [] }}                                             | ${'blocks[0].elements: empty'}
    ${{ type: 'context', elements: many(11, words('x')) }}                           | ${'blocks[0].elements: 11 elements, at most 10'}
    ${{ type: 'context', elements: [words('')] }}                                    | ${'blocks[0].elements[0]: empty'}
    ${{ type: 'context', elements: [{ type: 'image', alt_text: '' }] }}              | ${'blocks[0].elements[0].alt_text: empty'}
    ${{ type: 'actions', elements: many(26, { type: 'button', text: plain('x') }) }} | ${'blocks[0].elements: 26 elements, at most 25'}
    ${button({ text: plain(long(76)) })}                                             | ${'blocks[0].elements[0].text: 76 characters, at most 75'}
    ${button({ text: words('Go') })}                                                 | ${'blocks[0].elements[0].text: not plain_text'}
    ${button({ value: long(2001) })}                                                 | ${'blocks[0].elements[0].value: 2001 characters, at most 2000'}
    ${button({ value: '' })}                                                         | ${'blocks[0].elements[0].value: empty'}
    ${button({ url: long(3001) })}                                                   | ${'blocks[0].elements[0].url: 3001 characters, at most 3000'}
    ${button({ action_id: long(256) })}                                              | ${'blocks[0].elements[0].action_id: 256 characters, at most 255'}
    ${{ ...section('x'), accessory: { type: 'button', text: plain('') } }}           | ${'blocks[0].accessory.text: empty'}
    ${{ ...section('x'), block_id: long(256) }}                                      | ${'blocks[0].block_id: 256 characters, at most 255'}
    ${{ type: 'video' }}                                                             | ${'blocks[0]: a block of type video is not checked, so not sent'}
  `('says $problem', ({ block, problem }) => {
    expect(problems(block)).toContain(problem);
  });

  it('counts the blocks', () => {
    expect(problems(...many(51, { type: 'divider' }))).toEqual(['blocks: 51 blocks, at most 50']);
  });

  it('measures all blocks together, as Slack does without saying so', () => {
    expect(problems(...many(5, section(long(2900))))).toEqual([
      expect.stringMatching(/^blocks: \d+ characters of JSON/),
    ]);
  });

  it.each(['', '   '])('needs a text, for notifications and screen readers: %j', (text) => {
    expect(blockProblems({ text, blocks: [] })).toEqual(['text: empty']);
  });

  it('limits the text', () => {
    expect(blockProblems({ text: long(40_001), blocks: [] })).toEqual(['text: 40001 characters, at most 40000']);
  });

  it('refuses an id that is used twice, among blocks and among the elements of one block', () => {
    const twins = many(2, { type: 'button', text: plain('Go'), action_id: 'go' });
    const blocks = [
      { type: 'divider', block_id: 'one' },
      { type: 'actions', block_id: 'one', elements: twins },
    ];

    expect(problems(...blocks)).toEqual(['go: an id that is used twice', 'one: an id that is used twice']);
  });
});

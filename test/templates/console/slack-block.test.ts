import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { slackBlock } from '../../../templates/console/slack-block.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'open', text: plain('Open') };
const picture = { type: 'image' as const, image_url: 'https://example.com/a.png', alt_text: 'a "sun"' };

describe('slackBlock', () => {
  it.each<[KnownBlock, string]>([
    [{ type: 'header', text: plain('Nova <1> :warning:') }, '<p class="block-header">Nova &lt;1&gt; ⚠️</p>'],
    [{ type: 'divider' }, '<hr>'],
    [
      { type: 'section', text: mrkdwn('*Nova*'), fields: [plain('a'), mrkdwn('`b`')], accessory: picture },
      '<div class="block-section"><div><p><strong>Nova</strong></p><div class="block-fields"><div><p>a</p></div><div><p><code>b</code></p></div></div></div><span class="picture">(picture: a &quot;sun&quot;)</span></div>',
    ],
    [
      { type: 'context', elements: [picture, mrkdwn('as of today')] },
      '<div class="block-context"><span class="picture">(picture: a &quot;sun&quot;)</span><p>as of today</p></div>',
    ],
    [
      { type: 'actions', elements: [{ ...button, url: 'https://example.com', style: 'primary' }, button] },
      '<div class="block-actions"><a href="https://example.com" rel="noopener noreferrer" class="button primary">Open</a><span class="button off">Open</span></div>',
    ],
    [
      { type: 'actions', elements: [{ type: 'datepicker', action_id: 'until' }] },
      '<div class="block-actions"><span class="button off">(datepicker)</span></div>',
    ],
    [
      { type: 'section', fields: [plain('a')], accessory: button },
      '<div class="block-section"><div><div class="block-fields"><div><p>a</p></div></div></div><span class="button off">Open</span></div>',
    ],
    [{ type: 'section', text: plain('only this') }, '<div class="block-section"><div><p>only this</p></div></div>'],
    [{ ...picture }, '<p class="block-other">(a block of kind image)</p>'],
  ])('shows %j', (block, html) => {
    expect(slackBlock(block, (url) => url)).toBe(html);
  });
});

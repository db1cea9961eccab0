import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { slackBlock } from '../../../templates/console/slack-block.ts';
import { silentSurface } from '../../../templates/console/slack-surface.ts';

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
      '<div class="block-actions"><span class="button off">(until)</span></div>',
    ],
    [
      { type: 'section', fields: [plain('a')], accessory: button },
      '<div class="block-section"><div><div class="block-fields"><div><p>a</p></div></div></div><span class="button off">Open</span></div>',
    ],
    [{ type: 'section', text: plain('only this') }, '<div class="block-section"><div><p>only this</p></div></div>'],
    [{ ...picture }, '<figure class="block-image"><span class="picture">(picture: a &quot;sun&quot;)</span></figure>'],
    [{ type: 'file', external_id: 'x', source: 'remote' }, '<p class="block-other">(a block of kind file)</p>'],
  ])('shows %j', (block, html) => {
    expect(
      slackBlock(
        block,
        silentSurface((url) => url),
      ),
    ).toBe(html);
  });
});

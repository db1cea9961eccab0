import type { ContextBlockElement, KnownBlock, SectionBlock } from '@slack/types';
import { escaped } from './html.ts';
import { plainWords } from './slack-choice.ts';
import { slackElement, slackPicture } from './slack-element.ts';
import { slackInput } from './slack-input.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';
import type { Surface } from './slack-surface.ts';

interface SlackText {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
}

/** One Block Kit block as Slack shows it. Kinds that Sundial does not send are named, not hidden. */
export function slackBlock(block: KnownBlock, surface: Surface): string {
  switch (block.type) {
    case 'header':
      return `<p class="block-header">${plainWords(block.text.text)}</p>`;
    case 'divider':
      return '<hr>';
    case 'section':
      return section(block, surface);
    case 'context':
      return `<div class="block-context">${block.elements.map((element) => contextElement(element, surface)).join('')}</div>`;
    case 'actions':
      return `<div class="block-actions">${block.elements.map((element) => slackElement(element, block.block_id ?? '', surface)).join('')}</div>`;
    case 'input':
      return slackInput(block, surface);
    case 'image':
      return `<figure class="block-image">${block.title ? `<figcaption>${plainWords(block.title.text)}</figcaption>` : ''}${slackPicture(block)}</figure>`;
    default:
      return `<p class="block-other">(a block of kind ${escaped(block.type)})</p>`;
  }
}

function section({ text, fields = [], accessory, block_id: blockId = '' }: SectionBlock, surface: Surface): string {
  const columns = fields.map((field) => `<div>${words(field, surface)}</div>`).join('');
  return [
    '<div class="block-section"><div>',
    text ? words(text, surface) : '',
    columns === '' ? '' : `<div class="block-fields">${columns}</div>`,
    '</div>',
    accessory ? slackElement(accessory, blockId, surface) : '',
    '</div>',
  ].join('');
}

function contextElement(element: ContextBlockElement, surface: Surface): string {
  return element.type === 'image' ? slackPicture(element) : words(element, surface);
}

function words({ type, text }: SlackText, { links, people }: Surface): string {
  return type === 'mrkdwn' ? mrkdwnHtml(text, links, people) : `<p>${plainWords(text)}</p>`;
}

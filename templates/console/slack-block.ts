import type {
  ActionsBlockElement,
  ContextBlockElement,
  KnownBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { emojiNamed } from './emoji.ts';
import { anchor, escaped } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';

interface SlackText {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
}

/** One Block Kit block as Slack shows it. Kinds that Sundial does not send are named, not hidden. */
export function slackBlock(block: KnownBlock, links: PageLinks): string {
  switch (block.type) {
    case 'header':
      return `<p class="block-header">${plain(block.text.text)}</p>`;
    case 'divider':
      return '<hr>';
    case 'section':
      return section(block, links);
    case 'context':
      return `<div class="block-context">${block.elements.map((element) => contextElement(element, links)).join('')}</div>`;
    case 'actions':
      return `<div class="block-actions">${block.elements.map((element) => button(element, links)).join('')}</div>`;
    default:
      return `<p class="block-other">(a block of kind ${escaped(block.type)})</p>`;
  }
}

function section({ text, fields = [], accessory }: SectionBlock, links: PageLinks): string {
  const columns = fields.map((field) => `<div>${words(field, links)}</div>`).join('');
  return [
    '<div class="block-section"><div>',
    text ? words(text, links) : '',
    columns === '' ? '' : `<div class="block-fields">${columns}</div>`,
    '</div>',
    accessory ? button(accessory, links) : '',
    '</div>',
  ].join('');
}

function contextElement(element: ContextBlockElement, links: PageLinks): string {
  return element.type === 'image' ? picture(element.alt_text) : words(element, links);
}

/** Without an address a button does nothing here, and is shown as one that cannot be pressed. */
function button(element: ActionsBlockElement | SectionBlockAccessory, links: PageLinks): string {
  if (element.type === 'image') return picture(element.alt_text);
  if (element.type !== 'button') return `<span class="button off">(${escaped(element.type)})</span>`;
  const label = plain(element.text.text);
  return element.url
    ? anchor(links(element.url), label, ` class="button${element.style ? ` ${element.style}` : ''}"`)
    : `<span class="button off">${label}</span>`;
}

function picture(description: string): string {
  return `<span class="picture">(picture: ${escaped(description)})</span>`;
}

function words(text: SlackText, links: PageLinks): string {
  return text.type === 'mrkdwn' ? mrkdwnHtml(text.text, links) : `<p>${plain(text.text)}</p>`;
}

function plain(text: string): string {
  return escaped(text.replaceAll(/:(?<name>[a-z0-9_+-]+):/g, (_, name: string) => emojiNamed(name)));
}

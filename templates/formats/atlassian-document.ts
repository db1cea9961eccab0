import type { Tokens } from 'marked';
import { atlassianInline } from './atlassian-inline.ts';
import type { AtlassianNode } from './atlassian-node.ts';
import type { Block } from './markdown-blocks.ts';
import { blocksOf, markdownBlocks } from './markdown-blocks.ts';

/**
 * Markdown in the format of Jira Cloud: the content of a `doc`.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure
 */
export function atlassianDocument(markdown: string): readonly AtlassianNode[] {
  let lists = 0;
  return markdownBlocks(markdown).flatMap((block) => nodes(block, true));

  function nodes(block: Block, isTop: boolean): AtlassianNode[] {
    switch (block.type) {
      case 'heading':
        return [{ type: 'heading', attrs: { level: block.depth }, content: atlassianInline(block.tokens) }];
      case 'list':
        return block.items.some(({ task }) => task) ? [taskList(block)] : [plainList(block)];
      case 'table':
        return [table(block)];
      case 'code':
        return [{ type: 'codeBlock', content: [{ type: 'text', text: block.text }] }];
      case 'folded': {
        const content = block.blocks.flatMap((one) => nodes(one, false));
        // An expand stands at the top only, and holds no other.
        return isTop ? [{ type: 'expand', attrs: { title: block.summary }, content }] : content;
      }
      default:
        return [paragraph(atlassianInline(block.tokens ?? []))];
    }
  }

  function taskList({ items }: Tokens.List): AtlassianNode {
    lists += 1;
    return {
      type: 'taskList',
      attrs: { localId: `sundial-${lists}` },
      content: items.map((item, index) => ({
        type: 'taskItem',
        attrs: { localId: `sundial-${lists}-${index + 1}`, state: item.checked ? 'DONE' : 'TODO' },
        content: item.tokens.flatMap((token) => ('tokens' in token ? atlassianInline(token.tokens ?? []) : [])),
      })),
    };
  }

  function plainList({ ordered, items }: Tokens.List): AtlassianNode {
    return {
      type: ordered ? 'orderedList' : 'bulletList',
      content: items.map(({ tokens }) => ({
        type: 'listItem',
        content: led(blocksOf(tokens).flatMap((block) => nodes(block, false))),
      })),
    };
  }
}

/** An item begins with words: of nothing, or of another list alone, Jira makes none. */
function led(content: readonly AtlassianNode[]): readonly AtlassianNode[] {
  return content[0]?.type === 'paragraph' ? content : [paragraph([]), ...content];
}

function table({ header, rows }: Tokens.Table): AtlassianNode {
  const row = (cells: readonly Tokens.TableCell[], type: string): AtlassianNode => ({
    type: 'tableRow',
    content: cells.map(({ tokens }) => ({ type, content: [paragraph(atlassianInline(tokens))] })),
  });
  return { type: 'table', content: [row(header, 'tableHeader'), ...rows.map((cells) => row(cells, 'tableCell'))] };
}

function paragraph(content: readonly AtlassianNode[]): AtlassianNode {
  return { type: 'paragraph', content };
}

import type { Token, Tokens } from 'marked';
import type { Block } from './markdown-blocks.ts';
import { blocksOf, decoded, markdownBlocks, textOf } from './markdown-blocks.ts';

/** Markdown for what shows text as it stands. Steps keep their boxes, so that they can be ticked by hand. */
export function plainText(markdown: string): string {
  return markdownBlocks(markdown).map(plainBlock).join('\n\n');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return words(block.tokens).toUpperCase();
    case 'list':
      return block.items.map((item, index) => listItem(item, block.ordered ? `${index + 1}.` : '-')).join('\n');
    case 'table':
      return table(block);
    case 'code':
      return block.text;
    case 'folded':
      return [block.summary, ...block.blocks.map(plainBlock)].join('\n\n');
    default:
      return words(block.tokens ?? []);
  }
}

function listItem({ task, checked, tokens }: Tokens.ListItem, mark: string): string {
  const box = task ? `[${checked ? 'x' : ' '}] ` : '';
  const content = blocksOf(tokens).map(plainBlock).join('\n').replaceAll('\n', '\n  ');
  return `${mark} ${box}${content}`;
}

/** A line for each row, each cell with the name of its column, but the first. */
function table({ header, rows }: Tokens.Table): string {
  const columns = header.map(({ tokens }) => words(tokens));
  return rows
    .map((cells) => {
      const [first = '', ...others] = cells.map(({ tokens }) => words(tokens));
      const named = others.flatMap((cell, index) => (cell === '' ? [] : [`${columns[index + 1] ?? ''}: ${cell}`]));
      return `- ${[first, ...named].join('; ')}`;
    })
    .join('\n');
}

function words(tokens: readonly Token[]): string {
  return tokens.map(word).join('');
}

function word(token: Token): string {
  switch (token.type) {
    case 'strong':
    case 'em':
      return words(token.tokens ?? []);
    case 'link': {
      const label = words(token.tokens ?? []);
      const href = String(token['href']);
      return label === href ? href : `${label} (${href})`;
    }
    case 'checkbox':
      return '';
    case 'br':
      return '\n';
    case 'codespan':
    case 'escape':
      return textOf(token);
    default:
      return decoded(textOf(token));
  }
}

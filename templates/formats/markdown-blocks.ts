import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';

/** A block of our own Markdown; `folded` is a `<details>` with what it holds. */
export type Block =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.List
  | Tokens.Table
  | Tokens.Code
  | { readonly type: 'folded'; readonly summary: string; readonly blocks: readonly Block[] };

const known = ['heading', 'paragraph', 'text', 'list', 'table', 'code'];
const marked = new Marked({ gfm: true });

/** Our own Markdown, read for another format. What Sundial never writes comes as a paragraph of its bare text. */
export function markdownBlocks(markdown: string): readonly Block[] {
  return blocksOf(marked.lexer(markdown));
}

export function blocksOf(tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.type === 'space' || token.type === 'checkbox') continue;
    const summary = summaryOf(token);
    const end = summary === null ? -1 : closing(tokens, at);
    if (summary !== null && end > at) {
      blocks.push({ type: 'folded', summary, blocks: blocksOf(tokens.slice(at + 1, end)) });
      at = end;
    } else blocks.push(isBlock(token) ? token : bareParagraph(token.raw));
  }
  return blocks;
}

/** Text without Markdown's entities. */
export function decoded(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** What a token says, where it holds no others. */
export function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function isBlock(token: Token): token is Exclude<Block, { type: 'folded' }> {
  return known.includes(token.type);
}

function summaryOf(token: Token): string | null {
  const found = /^<details>\s*<summary>(?<summary>[^<]*)<\/summary>/.exec(token.type === 'html' ? token.raw : '');
  return found ? decoded(found.groups?.['summary'] ?? '') : null;
}

function closing(tokens: readonly Token[], from: number): number {
  return tokens.findIndex(({ type, raw }, at) => at > from && type === 'html' && raw.trim() === '</details>');
}

function bareParagraph(raw: string): Tokens.Paragraph {
  const text = raw.trim();
  return { type: 'paragraph', raw, text, tokens: [{ type: 'text', raw: text, text, escaped: false }] };
}

import { Marked } from 'marked';
import type { Tokens } from 'marked';
import { anchor, escaped } from './html.ts';
import type { PageLinks } from './page-links.ts';

/** Headings of the page that stand above a ticket's own. */
const headingsAbove = 3;

/** A ticket's Markdown as HTML. Of HTML within it only what folds away (`<details>`) is let through, and only in pairs. */
export function markdownHtml(markdown: string, links: PageLinks): string {
  const folding = rendered(markdown, links, foldingTags);
  return isPaired(folding) ? folding : rendered(markdown, links, escapedKeepingEntities);
}

function rendered(markdown: string, links: PageLinks, tags: (html: string) => string): string {
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => tags(text),
      heading({ tokens, depth }) {
        const level = Math.min(6, depth + headingsAbove);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      link({ href, tokens }) {
        return anchor(links(href), this.parser.parseInline(tokens));
      },
      image: ({ text }) => `<span class="picture">(picture: ${escaped(text)})</span>`,
      checkbox: ({ checked }) =>
        `<span class="box" role="img" aria-label="${checked ? 'done' : 'to do'}">${checked ? '☑' : '☐'}</span>`,
      table(token) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
        const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
        return `<div class="wide" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}

function foldingTags(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/(<\/?(?:details|summary)>|<br ?\/?>)/)
    .map((part, index) => (index % 2 === 1 ? part : escapedKeepingEntities(part)))
    .join('');
}

function escapedKeepingEntities(html: string): string {
  return escaped(html.replaceAll(/<!--[\s\S]*?-->/g, '')).replaceAll(/&amp;(?=#?\w+;)/g, '&');
}

function isPaired(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(details|summary)>/g)) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

import { emojiNamed } from './emoji.ts';
import { anchor, escaped } from './html.ts';
import type { PageLinks } from './page-links.ts';
import type { Person } from './slack-seat.ts';

const marks = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<link>[^<>\\n]+)>',
    '(?<![\\w*])\\*(?=\\S)(?<bold>[^*\\n]+?)(?<=\\S)\\*(?![\\w*])',
    '(?<!\\w)_(?=\\S)(?<italic>[^_\\n]+?)(?<=\\S)_(?!\\w)',
    '(?<!\\w)~(?=\\S)(?<struck>[^~\\n]+?)(?<=\\S)~(?!\\w)',
    ':(?<emoji>[a-z0-9_+-]+):',
  ].join('|'),
  'g',
);

/** What the marks lead to: addresses, and people by their ids. */
interface Known {
  readonly links: PageLinks;
  readonly people: readonly Person[];
}

/** Slack's mrkdwn as Slack shows it: a line each, quotes set apart, fences as they are. */
export function mrkdwnHtml(text: string, links: PageLinks, people: readonly Person[] = []): string {
  return text
    .split(/```\n?([\s\S]*?)```/)
    .map((part, index) => (index % 2 === 1 ? `<pre>${literal(part.trimEnd())}</pre>` : lines(part, { links, people })))
    .join('');
}

function lines(text: string, known: Known): string {
  if (text.trim() === '') return '';
  const groups: { quote: boolean; lines: string[] }[] = [];
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const quote = /^(?:&gt;|>) ?(?<rest>.*)$/.exec(line)?.groups?.['rest'];
    const last = groups.at(-1);
    if (last && last.quote === (quote !== undefined)) last.lines.push(quote ?? line);
    else groups.push({ quote: quote !== undefined, lines: [quote ?? line] });
  }
  return groups
    .map((group) => {
      const shown = group.lines.map((line) => paragraph(line, known)).join('');
      return group.quote ? `<blockquote>${shown}</blockquote>` : shown;
    })
    .join('');
}

function paragraph(line: string, known: Known): string {
  if (line.trim() === '') return '<p class="gap"></p>';
  return `<p${line.startsWith('• ') ? ' class="bullet"' : ''}>${inline(line, known)}</p>`;
}

function inline(text: string, known: Known): string {
  let shown = '';
  let end = 0;
  for (const match of text.matchAll(marks)) {
    shown += literal(text.slice(end, match.index)) + marked(match.groups ?? {}, known);
    end = match.index + match[0].length;
  }
  return shown + literal(text.slice(end));
}

function marked(found: Readonly<Record<string, string | undefined>>, known: Known): string {
  const { code, link, bold, italic, struck, emoji } = found;
  if (code !== undefined) return `<code>${literal(code)}</code>`;
  if (link !== undefined) return linked(link, known);
  if (bold !== undefined) return `<strong>${inline(bold, known)}</strong>`;
  if (italic !== undefined) return `<em>${inline(italic, known)}</em>`;
  if (struck !== undefined) return `<s>${inline(struck, known)}</s>`;
  return escaped(emojiNamed(emoji ?? ''));
}

/** A link, or a mention of a channel, a person or everybody. */
function linked(link: string, known: Known): string {
  const [target = '', label] = link.split('|', 2);
  if (/^[#@!]/.test(target)) {
    const sign = target.startsWith('#') ? '#' : '@';
    const person = known.people.find(({ id }) => target === `@${id}`);
    if (person) return `<span class="mention">@${escaped(person.name)}</span>`;
    return `<span class="mention">${sign}${literal(label?.replace(/^[#@]/, '') ?? target.slice(1))}</span>`;
  }
  return anchor(known.links(unescapedSlack(target)), literal(label ?? target));
}

function literal(text: string): string {
  return escaped(unescapedSlack(text));
}

/** Slack escapes these three characters, and no others. */
function unescapedSlack(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

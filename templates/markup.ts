import { clipped } from './text.ts';

/** How one medium marks up words that came from outside. Everything it returns is one line, escaped and bounded. */
export interface Markup {
  readonly text: (value: string) => string;
  readonly bold: (value: string) => string;
  /** Also keeps `@name` from reaching anybody. */
  readonly code: (value: string) => string;
  /** Somebody by their id in Slack: called by name where Slack shows it. */
  readonly person: (id: string) => string;
  /** The label alone where the address is no web address, or too long to carry. */
  readonly link: (url: string, label: string) => string;
}

/** Longest piece of outside text that is carried, after escaping. */
const longest = 300;
const longestUrl = 500;

const slackEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Words alone, for notifications and screen readers. Slack reads its marks there too. */
export const spokenWords: Markup = {
  text: escapedBy(slackEntities),
  bold: (value) => spokenWords.text(value),
  code: (value) => spokenWords.text(value),
  person: slackPerson,
  link: (_, label) => spokenWords.text(label),
};

/** Text that is nothing but text, as in a mail. */
export const plainWords: Markup = {
  text: (value) => value,
  bold: (value) => value,
  code: (value) => value,
  person: (id) => id,
  link: (url, label) => `${label} (${url})`,
};

/** Slack's mrkdwn. */
export const mrkdwn: Markup = {
  text: escapedBy(slackEntities),
  bold: (value) => surrounded('*', mrkdwn.text(value)),
  code: (value) => surrounded('`', mrkdwn.text(value.replaceAll('`', "'"))),
  person: slackPerson,
  link: (url, label) =>
    isCarried(url)
      ? `<${url.replaceAll('&', '&amp;').replaceAll('|', '%7C')}|${mrkdwn.text(label).replaceAll('|', '/')}>`
      : mrkdwn.text(label),
};

const markdownEntities: Readonly<Record<string, string>> = {
  ...slackEntities,
  '@': '@\u{200B}',
  ...Object.fromEntries(Array.from('\\`*_[]|~#', (character) => [character, `\\${character}`])),
};

/** GitHub's Markdown; safe in a table's cell. Nothing from outside can open a comment: those are Sundial's own marks. */
export const markdown: Markup = {
  text: escapedBy(markdownEntities),
  bold: (value) => surrounded('**', markdown.text(value)),
  code: (value) =>
    surrounded('`', clipped(value, longest).replaceAll('`', "'").replaceAll('|', '\\|').replaceAll('<!--', '<!- -')),
  person: (id) => `somebody in Slack (${markdown.code(id)})`,
  link: (url, label) =>
    isCarried(url) ? `[${markdown.text(label)}](${url.replaceAll('|', '%7C')})` : markdown.text(label),
};

function escapedBy(entities: Readonly<Record<string, string>>): (value: string) => string {
  const escaped = (character: string) => entities[character] ?? character;
  return (value) =>
    Array.from(
      clipped(value, longest, (c) => escaped(c).length),
      escaped,
    ).join('');
}

function surrounded(mark: string, text: string): string {
  return text === '' ? '' : `${mark}${text}${mark}`;
}

function isCarried(url: string): boolean {
  return url.length <= longestUrl && /^https?:\/\/[^\s<>()]+$/.test(url);
}

/** Slack turns the mark into the person's name, and calls them where a message is new. */
function slackPerson(id: string): string {
  return /^[UW][A-Z0-9]{1,20}$/.test(id) ? `<@${id}>` : spokenWords.text(id);
}

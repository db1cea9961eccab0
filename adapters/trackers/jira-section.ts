import { atlassianDocument } from '../../templates/formats/atlassian-document.ts';
import type { AtlassianNode } from '../../templates/formats/atlassian-node.ts';
import { wordsOf } from '../../templates/formats/atlassian-node.ts';
import { fitted } from '../../templates/formats/fitted.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { keyLabel } from './key-label.ts';

/**
 * Jira takes 32,767 characters in a description, and does not say of what; the JSON of the document is the longest it can mean.
 * @see https://support.atlassian.com/jira-cloud-administration/docs/configure-jira-application-options/
 */
const room = 32_767;
/** Kept for people, besides what they wrote already. */
const spare = 2_000;

const begin = 'Sundial writes this part. What you write above or below it stays as it is, and so does each tick.';
const end = 'End of what Sundial writes: ';

/** Sundial's part as a service desk takes it, which reads plain text. */
export function plainSection(key: string, text: string): string {
  return [begin, text, keyLine(key)].join('\n\n');
}

export function hasKey(description: readonly AtlassianNode[], key: string): boolean {
  return description.some((node) => wordsOf([node]).trim() === keyLine(key));
}

/** The description with Sundial's part in it: in its old place, with people's ticks, or below what is there. */
export function withSection(
  description: readonly AtlassianNode[],
  key: string,
  parts: Ticket['parts'],
): readonly AtlassianNode[] {
  const from = description.findIndex((node) => wordsOf([node]).trim() === begin);
  const to = description.findIndex((node, at) => at > from && wordsOf([node]).startsWith(end));
  const isThere = from >= 0 && to >= 0;
  const [above, old, below] = isThere
    ? [description.slice(0, from), description.slice(from, to), description.slice(to + 1)]
    : [description, [], []];
  const left = room - spare - length([...above, ...below, ...edges(key, [])]);
  const own = fitted(parts, left, atlassianDocument, length);
  return [...above, ...edges(key, withTicks(own, ticked(old))), ...below];
}

/** What a reader would call the same, whatever Jira adds to a document it was given. */
export function isSame(one: readonly AtlassianNode[], other: readonly AtlassianNode[]): boolean {
  return JSON.stringify(essence(one)) === JSON.stringify(essence(other));
}

/** The line by which an issue is found again. */
function keyLine(key: string): string {
  return `${end}${keyLabel(key)}`;
}

function edges(key: string, content: readonly AtlassianNode[]): readonly AtlassianNode[] {
  return [edge(begin), ...content, edge(keyLine(key))];
}

function edge(text: string): AtlassianNode {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'em' }] }] };
}

function ticked(nodes: readonly AtlassianNode[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => [
      ...(node.type === 'taskItem' && node.attrs?.['state'] === 'DONE' ? [wordsOf([node]).trim()] : []),
      ...ticked(node.content ?? []),
    ]),
  );
}

function withTicks(nodes: readonly AtlassianNode[], done: ReadonlySet<string>): readonly AtlassianNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.content && { content: withTicks(node.content, done) }),
    ...(node.type === 'taskItem' && done.has(wordsOf([node]).trim()) && { attrs: { ...node.attrs, state: 'DONE' } }),
  }));
}

function essence(nodes: readonly AtlassianNode[]): unknown {
  return nodes.map(({ type, text, attrs, content = [], marks = [] }) => [
    type,
    text,
    attrs?.['state'],
    marks.map((mark) => [mark.type, mark.attrs?.['href']]).sort(),
    essence(content),
  ]);
}

function length(nodes: readonly AtlassianNode[]): number {
  return JSON.stringify(nodes).length;
}

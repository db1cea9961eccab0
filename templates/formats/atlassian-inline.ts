import type { Token } from 'marked';
import type { AtlassianMark, AtlassianNode } from './atlassian-node.ts';
import { decoded, textOf } from './markdown-blocks.ts';

/** Words with their marks. An empty text is no node: Jira refuses it. */
export function atlassianInline(
  tokens: readonly Token[],
  marks: readonly AtlassianMark[] = [],
): readonly AtlassianNode[] {
  return tokens.flatMap((token): readonly AtlassianNode[] => {
    switch (token.type) {
      case 'strong':
        return atlassianInline(token.tokens ?? [], [...marks, { type: 'strong' }]);
      case 'em':
        return atlassianInline(token.tokens ?? [], [...marks, { type: 'em' }]);
      case 'link':
        return atlassianInline(token.tokens ?? [], [
          ...marks,
          { type: 'link', attrs: { href: String(token['href']) } },
        ]);
      case 'codespan':
        return words(textOf(token), codeMarks(marks));
      case 'checkbox':
        return [];
      case 'escape':
        return words(textOf(token), marks);
      case 'br':
        return [{ type: 'hardBreak' }];
      default:
        return words(decoded(textOf(token)).replaceAll('\n', ' '), marks);
    }
  });
}

/**
 * Code bears no other mark than a link.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/marks/code/
 */
function codeMarks(marks: readonly AtlassianMark[]): readonly AtlassianMark[] {
  return [...marks.filter(({ type }) => type === 'link'), { type: 'code' }];
}

function words(text: string, marks: readonly AtlassianMark[]): readonly AtlassianNode[] {
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
}

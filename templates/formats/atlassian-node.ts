/** A piece of an Atlassian document, as far as Sundial writes and reads it. */
export interface AtlassianNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AtlassianNode[];
  readonly text?: string;
  readonly marks?: readonly AtlassianMark[];
}

export interface AtlassianMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** All words of nodes, without their form. */
export function wordsOf(nodes: readonly AtlassianNode[]): string {
  return nodes.map(({ text = '', content = [] }) => text + wordsOf(content)).join('');
}

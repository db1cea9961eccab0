import type { Case } from './case.ts';

/** Everything a case says to a model in words, the system prompts first. */
export function promptText({ system, messages }: Pick<Case, 'system' | 'messages'>): string {
  const said = messages.flatMap(({ content }) =>
    content.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])),
  );
  return [...system, ...said].join('\n');
}

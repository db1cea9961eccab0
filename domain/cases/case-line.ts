import type { Case } from './case.ts';

/** A case in the case form, as one line; what reads it finds the same case. */
export function caseLine({
  id,
  messages,
  system,
  tools,
  toolChoice,
  inference,
  expected,
  expectedToolCalls,
  checks,
  tags,
}: Case): string {
  const [only, ...others] = messages;
  const [block, ...blocks] = only?.content ?? [];
  const isPrompt = others.length === 0 && blocks.length === 0 && only?.role === 'user' && isText(block);
  return JSON.stringify({
    id,
    ...(isPrompt ? { prompt: block?.['text'] } : { messages }),
    ...(system.length > 0 && { system }),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        toolSpec: { name, ...(description !== null && { description }), inputSchema: { json: inputSchema } },
      })),
    }),
    ...(toolChoice !== null && { toolChoice }),
    ...(Object.keys(inference).length > 0 && { inference }),
    ...(expectedToolCalls
      ? { expected: { toolCalls: expectedToolCalls, ...(expected !== null && { text: expected }) } }
      : expected !== null && { expected }),
    checks,
    ...(Object.keys(tags).length > 0 && { tags }),
  });
}

/** A block of text and nothing else; an empty one is no prompt. */
function isText(block: Readonly<Record<string, unknown>> | undefined): boolean {
  return block !== undefined && Object.keys(block).join() === 'text' && block['text'] !== '';
}

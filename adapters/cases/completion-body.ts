import type { Case } from '../../domain/cases/case.ts';
import type { JsonRecord } from './json-fields.ts';
import { inferenceIn, recordIn, recordsOf, textIn } from './json-fields.ts';
import { templatedConversation } from './prompt-template.ts';
import type { Request } from './request.ts';
import { UnturnableError } from './request.ts';

const inferenceFields = {
  max_gen_len: 'maxTokens',
  max_tokens: 'maxTokens',
  max_completion_tokens: 'maxTokens',
  temperature: 'temperature',
  top_p: 'topP',
  stop: 'stopSequences',
} as const;

const known = [...Object.keys(inferenceFields), 'prompt', 'messages', 'tools', 'tool_choice', 'model', 'stream'];
const leftOut = (body: JsonRecord) => Object.keys(body).filter((name) => !known.includes(name));

/** A prompt in Meta Llama's or Mistral's template. Throws `UnturnableError`. */
export function promptRequest(body: JsonRecord): Request {
  return {
    ...templatedConversation(textIn(body['prompt']) ?? ''),
    tools: [],
    toolChoice: null,
    inference: inferenceIn(body, inferenceFields),
    leftOut: leftOut(body),
  };
}

/**
 * Messages of plain text, as Mistral takes them, and others that follow OpenAI's chat completions. Throws `UnturnableError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
 */
export function chatRequest(body: JsonRecord): Request {
  const turns = recordsOf(body['messages']).map(({ role, content, tool_calls: calls }) => {
    if (calls !== undefined) throw new UnturnableError('tool calls of a chat completion');
    return { role, text: textOf(content) };
  });
  return {
    system: turns.flatMap(({ role, text }) => (role === 'system' || role === 'developer' ? [text] : [])),
    messages: turns.flatMap(({ role, text }) => {
      if (role === 'system' || role === 'developer') return [];
      if (role !== 'user' && role !== 'assistant') throw new UnturnableError(`a message of role ${String(role)}`);
      return [{ role, content: [{ text }] }];
    }),
    tools: recordsOf(body['tools']).map(toolOf),
    toolChoice: toolChoiceOf(body['tool_choice']),
    inference: inferenceIn(body, inferenceFields),
    leftOut: leftOut(body),
  };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return recordsOf(content)
    .map(({ type, text }) => {
      if (type !== 'text' || typeof text !== 'string') throw new UnturnableError(`content of kind ${String(type)}`);
      return text;
    })
    .join('\n');
}

function toolOf({ function: given }: JsonRecord): Case['tools'][number] {
  const { name, description, parameters } = recordIn(given) ?? {};
  if (typeof name !== 'string') throw new UnturnableError('tool without a name');
  return { name, description: textIn(description), inputSchema: parameters ?? {} };
}

function toolChoiceOf(choice: unknown): Case['toolChoice'] {
  if (choice === undefined || choice === null) return null;
  if (choice === 'auto') return { auto: {} };
  if (choice === 'any' || choice === 'required') return { any: {} };
  throw new UnturnableError(`tool choice ${JSON.stringify(choice)}`);
}

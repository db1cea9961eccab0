import type { Case } from '../../domain/cases/case.ts';
import type { JsonRecord } from './json-fields.ts';
import { inferenceIn, recordIn, recordsOf, textIn } from './json-fields.ts';
import type { Request } from './request.ts';
import { mediumOf } from './anthropic-medium.ts';
import { UnturnableError } from './request.ts';

const inferenceFields = {
  max_tokens: 'maxTokens',
  temperature: 'temperature',
  top_p: 'topP',
  stop_sequences: 'stopSequences',
} as const;

/** Have a place in a case, or change nothing in an answer. */
const known = [
  ...Object.keys(inferenceFields),
  'anthropic_version',
  'messages',
  'system',
  'tools',
  'tool_choice',
  'metadata',
  'stream',
];

/**
 * A body of Anthropic's Messages. Throws `UnturnableError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
export function anthropicRequest(body: JsonRecord): Request {
  return {
    messages: recordsOf(body['messages']).map(({ role, content }) => {
      if (role !== 'user' && role !== 'assistant') throw new UnturnableError(`a message of role ${String(role)}`);
      return { role, content: blocksIn(content) };
    }),
    system:
      typeof body['system'] === 'string'
        ? [body['system']]
        : recordsOf(body['system']).map(({ text }) => textIn(text) ?? ''),
    tools: recordsOf(body['tools']).map(toolOf),
    toolChoice: toolChoiceOf(recordIn(body['tool_choice'])),
    inference: inferenceIn(body, inferenceFields),
    leftOut: Object.keys(body).filter((name) => !known.includes(name)),
  };
}

function blocksIn(content: unknown): JsonRecord[] {
  return typeof content === 'string' ? [{ text: content }] : recordsOf(content).flatMap(blockOf);
}

/** Another model's thinking is no part of the question. */
function blockOf(block: JsonRecord): JsonRecord[] {
  switch (block['type']) {
    case 'text':
      return [{ text: textIn(block['text']) ?? '' }];
    case 'image':
    case 'document':
      return [mediumOf(block)];
    case 'tool_use':
      return [{ toolUse: { toolUseId: block['id'], name: block['name'], input: block['input'] } }];
    case 'tool_result': {
      const status = block['is_error'] === true ? { status: 'error' } : {};
      return [{ toolResult: { toolUseId: block['tool_use_id'], content: blocksIn(block['content']), ...status } }];
    }
    case 'thinking':
    case 'redacted_thinking':
      return [];
    default:
      throw new UnturnableError(`content of kind ${String(block['type'])}`);
  }
}

function toolOf(tool: JsonRecord): Case['tools'][number] {
  const { type = 'custom', name, description, input_schema: inputSchema } = tool;
  if (type !== 'custom' || textIn(name) === null) throw new UnturnableError(`tool of kind ${String(type)}`);
  return { name: textIn(name) ?? '', description: textIn(description), inputSchema: inputSchema ?? {} };
}

function toolChoiceOf(choice: JsonRecord | null): Case['toolChoice'] {
  if (choice === null) return null;
  switch (choice['type']) {
    case 'auto':
      return { auto: {} };
    case 'any':
      return { any: {} };
    case 'tool':
      return { tool: { name: choice['name'] } };
    default:
      throw new UnturnableError(`tool choice ${String(choice['type'])}`);
  }
}

import { anthropicRequest } from './anthropic-body.ts';
import { chatRequest, promptRequest } from './completion-body.ts';
import { converseRequest } from './converse-body.ts';
import type { JsonRecord } from './json-fields.ts';
import { recordIn, recordsOf, textIn } from './json-fields.ts';
import { isTemplated } from './prompt-template.ts';
import type { Request } from './request.ts';
import { UnturnableError } from './request.ts';

/** A request body by its shape as Converse takes it, or in words why that cannot be. The model's id helps where it is known. */
export function requestIn(body: unknown, modelId: string | null): Request | string {
  try {
    const request = turned(recordIn(body) ?? {}, modelId);
    const [first] = request.messages;
    if (!first || request.messages.some(({ content }) => content.length === 0)) return 'a message without content';
    return first.role === 'user' ? request : 'a conversation that the user does not begin';
  } catch (error) {
    if (error instanceof UnturnableError) return error.message;
    throw error;
  }
}

function turned(body: JsonRecord, modelId: string | null): Request {
  if ('anthropic_version' in body && 'messages' in body) return anthropicRequest(body);
  if ('messages' in body) return holdsPlainText(body) ? chatRequest(body) : converseRequest(body);
  const prompt = textIn(body['prompt']);
  const isOfModel = /(?:^|[./])(?:meta\.llama|mistral\.)/.test(modelId ?? '');
  if (prompt !== null && ('max_gen_len' in body || isTemplated(prompt) || isOfModel)) return promptRequest(body);
  throw new UnturnableError(`a body that is no conversation: ${Object.keys(body).slice(0, 5).join(', ') || 'empty'}`);
}

/** Blocks of Converse and Nova have no type; those of chat completions do. */
function holdsPlainText({ messages }: JsonRecord): boolean {
  return recordsOf(messages).some(
    ({ content }) => typeof content === 'string' || recordsOf(content).some((block) => 'type' in block),
  );
}

import type { Case, CaseMessage } from '../../domain/cases/case.ts';
import type { JsonRecord } from './json-fields.ts';
import { inferenceIn, recordIn, recordsOf, textIn } from './json-fields.ts';
import type { Request } from './request.ts';
import { UnturnableError } from './request.ts';

const inferenceFields = {
  maxTokens: 'maxTokens',
  max_new_tokens: 'maxTokens',
  maxNewTokens: 'maxTokens',
  temperature: 'temperature',
  topP: 'topP',
  top_p: 'topP',
  stopSequences: 'stopSequences',
} as const;

/** Change what a model answers, and have no place in a case. */
const noted = ['additionalModelRequestFields', 'guardrailConfig', 'outputConfig'] as const;

/**
 * A body of Converse, or of Amazon Nova's own form, which is nearly the same. Throws `UnturnableError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
export function converseRequest(body: JsonRecord): Request {
  const config = recordIn(body['inferenceConfig']) ?? {};
  const { tools, toolChoice } = recordIn(body['toolConfig']) ?? {};
  const unknown = Object.keys(config).filter((name) => !Object.hasOwn(inferenceFields, name));
  return {
    messages: converseMessages(body['messages']),
    system: systemTexts(body['system']),
    tools: recordsOf(tools).flatMap(toolOf),
    toolChoice: recordIn(toolChoice),
    inference: inferenceIn(config, inferenceFields),
    leftOut: [...unknown, ...noted.filter((name) => name in body)],
  };
}

export function converseMessages(value: unknown): CaseMessage[] {
  return recordsOf(value).map(({ role, content }) => {
    if (role !== 'user' && role !== 'assistant') throw new UnturnableError(`a message of role ${String(role)}`);
    return { role, content: recordsOf(content).flatMap(blocksOf) };
  });
}

/** Marks of a cache and another model's reasoning are no part of the question. */
function blocksOf(block: JsonRecord): JsonRecord[] {
  if ('cachePoint' in block || 'reasoningContent' in block) return [];
  const guarded = textIn(recordIn(recordIn(block['guardContent'])?.['text'])?.['text']);
  if (guarded !== null) return [{ text: guarded }];
  if (textIn(block['text']) !== null || recordIn(block['toolUse']) || recordIn(block['toolResult'])) return [block];
  for (const kind of ['image', 'document', 'video']) {
    const source = recordIn(recordIn(block[kind])?.['source']);
    if (source && ('bytes' in source || 's3Location' in source)) return [block];
    if (kind in block) throw new UnturnableError(`${kind} whose bytes are not in the record`);
  }
  throw new UnturnableError(`content of kind ${Object.keys(block)[0] ?? 'nothing'}`);
}

export function systemTexts(value: unknown): string[] {
  return recordsOf(value).flatMap((part) => {
    if ('cachePoint' in part) return [];
    const text = textIn(part['text']) ?? textIn(recordIn(recordIn(part['guardContent'])?.['text'])?.['text']);
    if (text === null) throw new UnturnableError(`system prompt of kind ${Object.keys(part)[0] ?? 'nothing'}`);
    return [text];
  });
}

function toolOf(tool: JsonRecord): Case['tools'][number][] {
  if ('cachePoint' in tool) return [];
  const spec = recordIn(tool['toolSpec']);
  const name = textIn(spec?.['name']);
  if (!spec || name === null) throw new UnturnableError(`tool of kind ${Object.keys(tool)[0] ?? 'nothing'}`);
  return [
    { name, description: textIn(spec['description']), inputSchema: recordIn(spec['inputSchema'])?.['json'] ?? {} },
  ];
}

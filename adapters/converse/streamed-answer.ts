import * as z from 'zod/mini';
import type { Answer, ToolCall } from '../../domain/cases/answer.ts';
import { streamFault } from './bedrock-runtime-error.ts';
import type { EventMessage } from './event-messages.ts';
import { EventStreamError } from './event-messages.ts';

const place = z.optional(z.number());
const ContentBlockStart = z.looseObject({
  contentBlockIndex: place,
  start: z.optional(z.looseObject({ toolUse: z.optional(z.looseObject({ name: z.string() })) })),
});
const ContentBlockDelta = z.looseObject({
  contentBlockIndex: place,
  delta: z.looseObject({
    text: z.optional(z.string()),
    toolUse: z.optional(z.looseObject({ input: z.optional(z.string()) })),
  }),
});
const MessageStop = z.looseObject({ stopReason: z.string() });
const tokens = z.optional(z.number());
const Metadata = z.looseObject({ usage: z.optional(z.looseObject({ inputTokens: tokens, outputTokens: tokens })) });

/**
 * The answer that the events of ConverseStream tell; `toFirst` is called when the model says its first token. Throws
 * `BedrockRuntimeError` for a fault in the middle of the stream, and `EventStreamError` where it ends before the answer.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 */
export async function streamedAnswer(
  events: AsyncIterable<EventMessage>,
  toFirst: () => void,
): Promise<Omit<Answer, 'latencyMs' | 'ttftMs'>> {
  const text: string[] = [];
  const tools = new Map<number, { name: string; json: string }>();
  let [stopReason, inputTokens, outputTokens, begun] = ['', 0, 0, false];
  for await (const { headers, payload } of events) {
    throwFault(headers, payload);
    const type = headers[':event-type'];
    if (type === 'contentBlockDelta') {
      if (!begun) toFirst();
      begun = true;
      const { contentBlockIndex = 0, delta } = ContentBlockDelta.parse(JSON.parse(payload));
      text.push(delta.text ?? '');
      const tool = tools.get(contentBlockIndex);
      if (tool && delta.toolUse) tool.json += delta.toolUse.input ?? '';
    } else if (type === 'contentBlockStart') {
      const { contentBlockIndex = 0, start } = ContentBlockStart.parse(JSON.parse(payload));
      if (start?.toolUse) tools.set(contentBlockIndex, { name: start.toolUse.name, json: '' });
    } else if (type === 'messageStop') stopReason = MessageStop.parse(JSON.parse(payload)).stopReason;
    else if (type === 'metadata') {
      const { usage } = Metadata.parse(JSON.parse(payload));
      [inputTokens, outputTokens] = [usage?.inputTokens ?? 0, usage?.outputTokens ?? 0];
    }
  }
  // Every answer ends with it: what lacks it was cut off on its way, wherever the bytes happened to end.
  if (stopReason === '') throw new EventStreamError('the stream ended before the answer did');
  return { text: text.join(''), toolCalls: [...tools.values()].map(toolCall), stopReason, inputTokens, outputTokens };
}

/** Modelled faults come as exceptions, others as errors with a code. */
function throwFault(headers: EventMessage['headers'], payload: string): void {
  const type = headers[':message-type'];
  if (type === 'exception') throw streamFault(headers[':exception-type'] ?? 'exception', payload);
  if (type === 'error')
    throw streamFault(
      headers[':error-code'] ?? 'error',
      JSON.stringify({ message: headers[':error-message'] ?? payload }),
    );
}

/** Input that is no JSON stays text: it is the model's to answer for. */
function toolCall({ name, json }: { readonly name: string; readonly json: string }): ToolCall {
  try {
    return { name, input: JSON.parse(json === '' ? '{}' : json) as unknown };
  } catch {
    return { name, input: json };
  }
}

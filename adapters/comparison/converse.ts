import type { ConverseCommandInput, ConverseStreamOutput, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Answer, ToolCall } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { AwsAccess } from '../aws-access.ts';
import { converseAnswer, converseBody, tokensOf } from './converse-form.ts';

/** Asks a model one case. The clock is in milliseconds. */
export type AskModel = (modelId: string, kase: Case, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks models through ConverseStream, which tells the time to the first token; a model or an endpoint that does not stream is asked
 * through Converse from then on. Nothing is retried here: faults reach the caller as the SDK throws them.
 */
export function converse(access: AwsAccess, region: string, clock: () => number): AskModel {
  // The SDK's own adaptive mode would hold back both models where one throttles.
  const client = new BedrockRuntimeClient({ ...access, region, maxAttempts: 1, retryMode: 'standard' });
  const unstreamed = new Set<string>();

  return async (modelId, kase, signal) => {
    const input = inputFor(modelId, kase);
    const start = clock();
    if (!unstreamed.has(modelId)) {
      try {
        return await streamed(client, input, start, clock, signal);
      } catch (error) {
        if (!refusesToStream(error)) throw error;
        unstreamed.add(modelId);
      }
    }
    const begun = clock();
    const said = await client.send(new ConverseCommand(input), { abortSignal: signal });
    return { ...converseAnswer(said), latencyMs: clock() - begun, ttftMs: null };
  };
}

async function streamed(
  client: BedrockRuntimeClient,
  input: ConverseCommandInput,
  start: number,
  clock: () => number,
  signal: AbortSignal,
): Promise<Answer> {
  const { stream } = await client.send(new ConverseStreamCommand(input), { abortSignal: signal });
  const text: string[] = [];
  const tools = new Map<number, { name: string; json: string }>();
  let [ttftMs, stopReason, usage]: [number | null, string, TokenUsage | undefined] = [null, '', undefined];
  for await (const event of stream ?? []) {
    throwFault(event);
    const { contentBlockStart: block, contentBlockDelta: delta } = event;
    if (block?.start?.toolUse)
      tools.set(block.contentBlockIndex ?? 0, { name: block.start.toolUse.name ?? '', json: '' });
    if (delta?.delta) {
      ttftMs ??= clock() - start;
      text.push(delta.delta.text ?? '');
      const tool = tools.get(delta.contentBlockIndex ?? 0);
      if (tool && delta.delta.toolUse) tool.json += delta.delta.toolUse.input ?? '';
    }
    stopReason = event.messageStop?.stopReason ?? stopReason;
    usage = event.metadata?.usage ?? usage;
  }
  return {
    text: text.join(''),
    toolCalls: [...tools.values()].map(toolCall),
    stopReason,
    latencyMs: clock() - start,
    ttftMs,
    ...tokensOf(usage),
  };
}

/** Errors in the middle of a stream come as events. */
function throwFault(event: ConverseStreamOutput): void {
  const fault =
    event.internalServerException ??
    event.modelStreamErrorException ??
    event.throttlingException ??
    event.serviceUnavailableException ??
    event.validationException;
  if (fault) throw fault;
}

/** Input that is no JSON stays text: it is the model's to answer for. */
function toolCall({ name, json }: { name: string; json: string }): ToolCall {
  try {
    return { name, input: JSON.parse(json === '' ? '{}' : json) as unknown };
  } catch {
    return { name, input: json };
  }
}

function inputFor(modelId: string, kase: Case): ConverseCommandInput {
  return { modelId, ...converseBody(kase) };
}

/** Models without streaming say so in words; endpoints without the operation do not know its path. */
function refusesToStream(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return (
    /UnknownOperation|NotImplemented/.test(error.name) ||
    status === 405 ||
    status === 501 ||
    (status === 404 && error.name !== 'ResourceNotFoundException') ||
    (error.name === 'ValidationException' && /stream/i.test(error.message))
  );
}

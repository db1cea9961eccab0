import type { ConverseCommandInput, ConverseCommandOutput, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';

/** The body of a request of Converse, whichever model it is for. */
export function converseBody({
  messages,
  system,
  tools,
  toolChoice,
  inference,
}: Case): Omit<ConverseCommandInput, 'modelId'> {
  return {
    messages: messages as unknown as ConverseCommandInput['messages'],
    ...(system.length > 0 && { system: system.map((text) => ({ text })) }),
    ...(Object.keys(inference).length > 0 && { inferenceConfig: inference as ConverseCommandInput['inferenceConfig'] }),
    ...(tools.length > 0 && {
      toolConfig: {
        tools: tools.map(({ name, description, inputSchema }) => ({
          toolSpec: { name, ...(description !== null && { description }), inputSchema: { json: inputSchema } },
        })),
        ...(toolChoice !== null && toolChoice !== undefined && { toolChoice }),
      } as ConverseCommandInput['toolConfig'],
    }),
  };
}

/** What a response of Converse says, but for how long it took. */
export function converseAnswer({
  output,
  stopReason,
  usage,
}: Partial<ConverseCommandOutput>): Omit<Answer, 'latencyMs' | 'ttftMs'> {
  const content = output?.message?.content ?? [];
  return {
    text: content.map(({ text = '' }) => text).join(''),
    toolCalls: content.flatMap(({ toolUse }) => (toolUse ? [{ name: toolUse.name ?? '', input: toolUse.input }] : [])),
    stopReason: stopReason ?? '',
    ...tokensOf(usage),
  };
}

export function tokensOf(usage: TokenUsage | undefined): Pick<Answer, 'inputTokens' | 'outputTokens'> {
  return { inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 };
}

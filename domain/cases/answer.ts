/** What a model answered to a case, whole. */
export interface Answer {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** As Converse says it: `end_turn`, `tool_use`, `max_tokens`, `guardrail_intervened`, … */
  readonly stopReason: string;
  /** To the end of the answer; `null` where nobody measured, as in a batch. */
  readonly latencyMs: number | null;
  /** To the first token; `null` where the answer was not streamed. */
  readonly ttftMs: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ToolCall {
  readonly name: string;
  readonly input: unknown;
}

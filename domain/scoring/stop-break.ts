import type { BreakKind } from '../comparison/outcome.ts';

/** Reasons of Converse to stop that make an answer useless. Reasons that are not known break nothing. */
const stops: Readonly<Record<string, BreakKind>> = {
  max_tokens: 'truncated',
  model_context_window_exceeded: 'truncated',
  malformed_model_output: 'malformed',
  malformed_tool_use: 'malformed',
  guardrail_intervened: 'guardrail',
  content_filtered: 'guardrail',
};

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
export function stopBreak(stopReason: string): BreakKind | null {
  return Object.hasOwn(stops, stopReason) ? (stops[stopReason] ?? null) : null;
}

import type { CheckKind } from '../comparison/outcome.ts';

/** One prompt that both models answer, and what is asked of the answer. docs/cases.md has its JSON schema. */
export interface Case {
  readonly id: string;
  /** As Converse takes them: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
  readonly messages: readonly CaseMessage[];
  /** System prompts, in order; empty where there is none. */
  readonly system: readonly string[];
  /** `toolSpec`s as Converse takes them; empty where there is none. */
  readonly tools: readonly CaseTool[];
  readonly toolChoice: unknown;
  readonly inference: CaseInference;
  /** The answer that is expected; `null` where none is given. */
  readonly expected: string | null;
  /** The tool calls that are expected, all of them, in any order; absent where the case does not say. */
  readonly expectedToolCalls?: readonly ExpectedToolCall[];
  readonly checks: readonly Check[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface CaseMessage {
  readonly role: 'user' | 'assistant';
  /** Converse's content blocks. */
  readonly content: readonly Readonly<Record<string, unknown>>[];
}

export interface CaseTool {
  readonly name: string;
  readonly description: string | null;
  /** JSON schema of the input. */
  readonly inputSchema: unknown;
}

export interface ExpectedToolCall {
  readonly name: string;
  /** Compared whole; any input will do where it is absent. */
  readonly input?: unknown;
}

/** Converse's `inferenceConfig`; a field that is absent is left to the model. */
export interface CaseInference {
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly stopSequences?: readonly string[];
}

export interface Check {
  readonly kind: CheckKind;
  /** What to compare with; the case's `expected` where it is absent. */
  readonly value?: unknown;
  /** What the score must reach, or how far a number may be off; each kind says. */
  readonly threshold?: number;
}

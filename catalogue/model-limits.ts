import type { Limit, ModelLimits, Restriction } from '../domain/cases/model-limits.ts';
import { baseModelId } from '../domain/model-id.ts';

interface Fact {
  /** Whole base ids that it speaks of. */
  readonly models: RegExp;
  readonly limit: Limit;
}

const converse =
  'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html';
const claude = 'https://platform.claude.com/docs/en';
const windows = '@pydantic/genai-prices 0.1.8';

function fact(models: RegExp, restriction: Restriction, reference: string, asOf = '2026-11-21'): Fact {
  return { models, limit: { ...restriction, asOf, reference } };
}

/** Claude since Opus 4.7: sampling parameters that are not the default are an error. */
const withoutSampling = /^anthropic\.claude-(?:opus-4-[78]|(?:opus|sonnet|haiku|fable|mythos)-5)(?:-|$)/;
/** Claude since 4.6: a conversation must end with the user. */
const withoutPrefill = /^anthropic\.claude-(?:(?:opus|sonnet)-4-[678]|(?:opus|sonnet|haiku|fable|mythos)-5)(?:-|$)/;

/** What sources say that a model refuses or cannot hold. What none says is not here, and no case is warned of for it. */
const facts: readonly Fact[] = [
  fact(withoutSampling, { kind: 'sampling' }, `${claude}/models/sonnet-5/migration-guide`),
  fact(
    /^anthropic\.claude-(?:opus-4-[156]|sonnet-4-[56]|haiku-4-5)(?:-|$)/,
    { kind: 'temperatureWithTopP' },
    `${claude}/about-claude/models/migration-guide`,
  ),
  fact(withoutPrefill, { kind: 'prefill' }, `${claude}/about-claude/models/whats-new-claude-4-6#prefill-removal`),
  fact(
    /^anthropic\.claude-(?:opus|sonnet)-5-5(?:-|$)/,
    { kind: 'forcedTool' },
    `${claude}/models/sonnet-5-5/migration-guide`,
  ),

  fact(/embed|canvas|image-generator|nova-reel|nova-sonic/, { kind: 'converse' }, converse),
  fact(/^ai21\.jamba-instruct|^amazon\.titan-text|^anthropic\.claude-(?:v2|instant)/, { kind: 'tools' }, converse),
  fact(/^amazon\.titan-text/, { kind: 'system' }, converse),
  fact(/^ai21\.jamba|^amazon\.(?:titan-text|nova-micro)/, { kind: 'image' }, converse),
  fact(/^anthropic\.claude-(?:v2|instant|3-5-haiku)/, { kind: 'image' }, converse),
  fact(/^ai21\.jamba-instruct|^amazon\.(?:nova-micro|titan-text-premier)/, { kind: 'document' }, converse),

  fact(
    /^anthropic\.claude-(?:opus|sonnet)-5(?:-5)?$/,
    { kind: 'maxTokens', most: 128_000 },
    `${claude}/models/opus-5/overview`,
  ),
  fact(
    /^anthropic\.claude-opus-4-6(?:-|$)/,
    { kind: 'maxTokens', most: 128_000 },
    `${claude}/models/opus-4-6/overview`,
  ),
  fact(/^anthropic\.claude-opus-4-5(?:-|$)/, { kind: 'maxTokens', most: 64_000 }, `${claude}/models/opus-4-5/overview`),
  fact(
    /^anthropic\.claude-(?:(?:opus|sonnet)-5(?:-5)?$|(?:fable)-5$|opus-4-[68]|sonnet-4-6)|^amazon\.nova-premier/,
    { kind: 'contextWindow', most: 1_000_000 },
    windows,
  ),
  fact(/^amazon\.nova-(?:pro|lite)-/, { kind: 'contextWindow', most: 300_000 }, windows),
  fact(
    /^anthropic\.claude-(?:3-|(?:opus|sonnet)-4-\d{8}|opus-4-[15]|(?:sonnet|haiku)-4-5)/,
    { kind: 'contextWindow', most: 200_000 },
    windows,
  ),
  fact(/^amazon\.nova-micro-|^meta\.llama3-2-/, { kind: 'contextWindow', most: 128_000 }, windows),
];

/** By id, profile or ARN; nothing of a model whose base model cannot be told. */
export function modelLimits(modelId: string): ModelLimits {
  const base = baseModelId(modelId);
  return base === null ? [] : facts.flatMap(({ models, limit }) => (models.test(base) ? [limit] : []));
}

import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import type { AwsAccess } from '../aws-access.ts';
import type { Embedded } from './check-answer.ts';
import { embeddingFamily } from './embedding-family.ts';

type CallEmbedding = (text: string, signal: AbortSignal) => Promise<Embedded>;

/** Characters of a token, about; for models whose answer does not count them. */
const charactersOfToken = 4;

/** Asks an embedding model for one text through InvokeModel; faults come as the SDK throws them, and nothing is tried again. */
export function embeddingCall(access: AwsAccess, region: string, modelId: string): CallEmbedding {
  const { longest, body, read } = embeddingFamily(modelId);
  const client = new BedrockRuntimeClient({ ...access, region, maxAttempts: 1, retryMode: 'standard' });
  return async (text, signal) => {
    const begun = text.slice(0, longest);
    const input = { modelId, contentType: 'application/json', accept: 'application/json' };
    const { body: bytes } = await client.send(new InvokeModelCommand({ ...input, body: JSON.stringify(body(begun)) }), {
      abortSignal: signal,
    });
    const [vector, tokens] = read(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>);
    if (!Array.isArray(vector) || vector.length === 0 || !vector.every(Number.isFinite))
      throw new Error(`${modelId} answered without an embedding`);
    const guess = Math.ceil(begun.length / charactersOfToken);
    return { vector: Float32Array.from(vector as number[]), inputTokens: typeof tokens === 'number' ? tokens : guess };
  };
}

import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import type { CheckKind } from '../../domain/comparison/outcome.ts';
import type { AwsAccess } from '../aws-access.ts';
import type { Embed } from './check-answer.ts';

/** What similarity is measured by. */
const embeddingModel = 'amazon.titan-embed-text-v2:0';

/** The run cannot say how similar answers are: the embedding model did not answer. The message says why. */
export class EmbeddingError extends Error {
  override readonly name = 'EmbeddingError';
}

/** Says in the report what similarity was measured by, where it was. */
export function embeddingNotes(cases: readonly { readonly checks: readonly CheckKind[] }[]): readonly string[] {
  return cases.some(({ checks }) => checks.includes('similarity'))
    ? [`Similarity was measured by ${embeddingModel}; what its calls cost is not counted.`]
    : [];
}

/** As many characters as the model takes for sure: 8,192 tokens, or 50,000 characters of English. */
const mostCharacters = 8_000;
/** Expected answers come again for each model and repetition; so many are remembered. */
const mostRemembered = 2_000;

/**
 * The meaning of texts as a Bedrock embedding model has it; the same text is asked once while it is remembered. The SDK's own retries
 * wait where it throttles.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
export function embedBy(access: AwsAccess, region: string): Embed {
  const client = new BedrockRuntimeClient({ ...access, region });
  const known = new Map<string, Promise<readonly number[]>>();

  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const [oldest] = known.keys();
    if (known.size >= mostRemembered && oldest !== undefined) known.delete(oldest);
    const asked = embedded(client, text);
    known.set(text, asked);
    asked.catch(() => known.delete(text));
    return asked;
  };
}

async function embedded(client: BedrockRuntimeClient, text: string): Promise<readonly number[]> {
  try {
    const { body } = await client.send(
      new InvokeModelCommand({
        modelId: embeddingModel,
        contentType: 'application/json',
        accept: 'application/json',
        body: JSON.stringify({ inputText: text.slice(0, mostCharacters), dimensions: 512, normalize: true }),
      }),
    );
    const { embedding } = JSON.parse(new TextDecoder().decode(body)) as { readonly embedding?: unknown };
    if (Array.isArray(embedding) && embedding.length > 0) return embedding as number[];
    throw new Error('it answered without an embedding');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddingError(`Similarity cannot be measured: ${embeddingModel} does not answer here (${why}).`, {
      cause,
    });
  }
}

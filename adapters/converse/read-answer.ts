import { BedrockRuntimeError, responseFault } from './bedrock-runtime-error.ts';
import type { WireAnswer } from './signed-sending.ts';

/**
 * Reads an answer of Bedrock Runtime. Throws `BedrockRuntimeError` for a fault and for what cannot be read, and what the signal gives
 * as its reason where it ends the reading.
 */
export async function readAnswer<Value>(
  { statusCode, headers, body }: WireAnswer,
  signal: AbortSignal,
  read: (body: AsyncIterable<Uint8Array>) => Promise<Value>,
): Promise<Value> {
  try {
    if (statusCode >= 300) throw responseFault(statusCode, headers['x-amzn-errortype'], await textOf(body));
    return await read(body);
  } catch (error) {
    // A connection that is cut because time is up says only that it was cut.
    signal.throwIfAborted();
    if (error instanceof SyntaxError || isMisshapen(error))
      throw new BedrockRuntimeError('UnreadableAnswerError', error.message, statusCode, { cause: error });
    throw error;
  }
}

/** By its name: zod's namespace, where its class is, brings its words in fifty languages along. */
function isMisshapen(error: unknown): error is Error {
  return error instanceof Error && error.name === '$ZodError';
}

export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

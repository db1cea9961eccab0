import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { InvokeModelCommand, ModelNotReadyException } from '@aws-sdk/client-bedrock-runtime';

/**
 * One short prompt to an imported model: its answer as it comes, or `null` while the model is still being loaded. Llama wants its own name for the
 * number of tokens.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
 */
export function smokeCall(runtime: BedrockRuntimeClient) {
  return async (modelId: string, architecture: string | null): Promise<string | null> => {
    const most = /llama/i.test(architecture ?? '') ? { max_gen_len: 16 } : { max_tokens: 16 };
    const body = JSON.stringify({ prompt: 'Say hello.', ...most });
    try {
      const answer = await runtime.send(new InvokeModelCommand({ modelId, contentType: 'application/json', body }));
      return answer.body.transformToString();
    } catch (fault) {
      if (fault instanceof ModelNotReadyException) return null;
      throw fault;
    }
  };
}

import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { AwsAccess } from '../aws-access.ts';
import { eventMessages } from '../converse/event-messages.ts';
import { readAnswer, textOf } from '../converse/read-answer.ts';
import type { SendSigned } from '../converse/signed-sending.ts';
import { signedSending } from '../converse/signed-sending.ts';
import { streamedAnswer } from '../converse/streamed-answer.ts';
import { converseAnswer, converseBody } from './converse-form.ts';

/** Asks a model one case. The clock is in milliseconds. */
export type AskModel = (modelId: string, kase: Case, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks models through ConverseStream, which tells the time to the first token; a model or an endpoint that does not stream is asked
 * through Converse from then on. Nothing is retried here: faults reach the caller under the names that the service gives them.
 */
export function converse(access: AwsAccess, region: string, clock: () => number): AskModel {
  const send = signedSending(access, region);
  const unstreamed = new Set<string>();

  return async (modelId, kase, signal) => {
    const body = JSON.stringify(converseBody(kase));
    if (!unstreamed.has(modelId)) {
      try {
        return await streamed(send, modelId, body, clock, signal);
      } catch (error) {
        if (!refusesToStream(error)) throw error;
        unstreamed.add(modelId);
      }
    }
    return whole(send, modelId, body, clock, signal);
  };
}

type Call = [send: SendSigned, modelId: string, body: string, clock: () => number, signal: AbortSignal];

async function streamed(...[send, modelId, body, clock, signal]: Call): Promise<Answer> {
  const start = clock();
  let ttftMs: number | null = null;
  const said = await send('ConverseStream', modelId, body, signal);
  const answer = await readAnswer(said, signal, (bytes) =>
    streamedAnswer(eventMessages(bytes), () => void (ttftMs = clock() - start)),
  );
  return { ...answer, latencyMs: clock() - start, ttftMs };
}

async function whole(...[send, modelId, body, clock, signal]: Call): Promise<Answer> {
  const start = clock();
  const said = await send('Converse', modelId, body, signal);
  const answer = await readAnswer(said, signal, async (bytes) =>
    converseAnswer(JSON.parse(await textOf(bytes)) as Partial<ConverseCommandOutput>),
  );
  return { ...answer, latencyMs: clock() - start, ttftMs: null };
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

import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { HttpRequest } from '@smithy/core/protocols';

export type ConverseOperation = 'Converse' | 'ConverseStream';

/** How the SDK's clients call the ways in which a request is signed. */
export const [sigV4, bearer] = ['aws.auth#sigv4', 'smithy.api#httpBearerAuth'] as const;

/** What is the same in every request of one operation for one model. */
export interface RequestOutline {
  readonly request: HttpRequest;
  readonly schemeId: typeof sigV4 | typeof bearer;
  readonly scope: { readonly signingRegion?: string; readonly signingName?: string };
}

/** Carries a request that the SDK made out of the SDK, which then sends nothing. */
class OutlineDrawn extends Error {
  override readonly name = 'OutlineDrawn';
  readonly request: HttpRequest;

  constructor(request: HttpRequest) {
    super('the request is not sent');
    this.request = request;
  }
}

/** Makes a client that only draws up requests, as its own settings say, and sends none. Throws what the SDK throws on the way. */
export function requestOutlines(client: BedrockRuntimeClient) {
  client.middlewareStack.add(
    () =>
      ({ request }) =>
        Promise.reject(HttpRequest.isInstance(request) ? new OutlineDrawn(request) : new Error('no HTTP request')),
    { step: 'deserialize', priority: 'low', name: 'outline' },
  );
  return async (operation: ConverseOperation, modelId: string): Promise<RequestOutline> => {
    const input = { modelId, messages: [] };
    try {
      if (operation === 'Converse') await client.send(new ConverseCommand(input));
      else await client.send(new ConverseStreamCommand(input));
    } catch (error) {
      if (error instanceof OutlineDrawn) return outlineOf(error.request);
      throw error;
    }
    throw new Error('the SDK sent what it was only to draw up');
  };
}

/** What the SDK makes anew for each request. */
const own =
  /^(?:authorization|content-length|x-amz-date|x-amz-content-sha256|x-amz-security-token|amz-sdk-invocation-id|amz-sdk-request)$/i;

function outlineOf(request: HttpRequest): RequestOutline {
  // Each signer writes the name of the header in its own way.
  const [, signature = ''] = Object.entries(request.headers).find(([name]) => /^authorization$/i.test(name)) ?? [];
  const [, signingRegion, signingName] = /Credential=[^,]*\/([^/,]+)\/([^/,]+)\/aws4_request/.exec(signature) ?? [];
  request.headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !own.test(name)));
  return {
    request,
    schemeId: signature.startsWith('Bearer ') ? bearer : sigV4,
    scope: { ...(signingRegion && { signingRegion }), ...(signingName && { signingName }) },
  };
}

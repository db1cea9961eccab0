import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { DefaultIdentityProviderConfig } from '@smithy/core';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import type { AwsAccess } from '../aws-access.ts';
import type { ConverseOperation, RequestOutline } from './request-outline.ts';
import { bearer, requestOutlines, sigV4 } from './request-outline.ts';

/** What Bedrock Runtime sent back: its head, and its body as it comes. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends a body that is JSON already. Rejects as the SDK's HTTP handler does, with `AbortError` where the signal ends it. */
export type SendSigned = (
  operation: ConverseOperation,
  modelId: string,
  json: string,
  signal: AbortSignal,
) => Promise<WireAnswer>;

/**
 * Sends to Bedrock Runtime as the SDK would: the SDK draws up one request of each operation and model, from its own settings; the others
 * differ in body and signature only. Signature, credentials and HTTP are the SDK's own parts. Its serializers and middleware are left
 * out: they take more of a processor than all else that a comparison does (docs/adr/0022-converse-without-the-sdk-s-middleware.md).
 */
export function signedSending(access: AwsAccess, region: string): SendSigned {
  const client = new BedrockRuntimeClient({ ...access, region, maxAttempts: 1, retryMode: 'standard' });
  const { config } = client;
  const identities = new DefaultIdentityProviderConfig({ [sigV4]: config.credentials, [bearer]: config.token });
  const outlineFor = kept(requestOutlines(client));
  const signing = { ...config, signer: once(() => config.signer()) };

  return async (operation, modelId, json, signal) => {
    const { request: outline, schemeId, scope } = await outlineFor(operation, modelId);
    const scheme = config.httpAuthSchemes.find((one) => one.schemeId === schemeId);
    const identity = await scheme?.identityProvider(identities)?.();
    if (!scheme || !identity) throw new Error(`the SDK has no identity for ${schemeId}`);

    const request = HttpRequest.clone(outline);
    const bytes = Buffer.from(json);
    request.body = bytes;
    request.headers['content-length'] = String(bytes.length);
    const properties = { config: signing, context: {}, ...scope };
    const signed = await scheme.signer.sign(request, identity, properties);
    if (!HttpRequest.isInstance(signed)) throw new Error('the SDK signed no HTTP request');
    const sent: { readonly response: unknown } = await config.requestHandler.handle(signed, { abortSignal: signal });
    if (!HttpResponse.isInstance(sent.response)) throw new Error('the SDK gave no HTTP response');
    // So the SDK learns how far this machine's clock is off.
    scheme.signer.successHandler?.(sent.response, properties);
    return sent.response as WireAnswer;
  };
}

/** The SDK makes a signer for each request, from a copy of all its settings; one serves them all. What failed is tried again. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
}

/** Drawn up once; credentials that could not be had a moment ago may be there the next time. */
function kept(drawUp: ReturnType<typeof requestOutlines>): ReturnType<typeof requestOutlines> {
  const outlines = new Map<string, Promise<RequestOutline>>();
  return (operation, modelId) => {
    const key = `${operation} ${modelId}`;
    const known = outlines.get(key);
    if (known) return known;
    const drawing = drawUp(operation, modelId);
    outlines.set(key, drawing);
    drawing.catch(() => outlines.delete(key));
    return drawing;
  };
}

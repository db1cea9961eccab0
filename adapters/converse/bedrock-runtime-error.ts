import * as z from 'zod/mini';

/** A fault as Bedrock Runtime names it; the status is there where it came instead of an answer. */
export class BedrockRuntimeError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor(name: string, message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
    this.$metadata = status === null ? {} : { httpStatusCode: status };
  }
}

const Fault = z.looseObject({
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
  code: z.optional(z.string()),
  __type: z.optional(z.string()),
});

/**
 * The fault in a response that is no answer. Whoever stands between may answer with a page of its own: then the status is all there is.
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 */
export function responseFault(status: number, errorType: string | undefined, body: string): BedrockRuntimeError {
  const fault = faultIn(body);
  const named = errorType ?? fault.code ?? fault.__type ?? `HTTP ${status}`;
  // "namespace#Name:address" names Name.
  const name = named.replace(/:.*$/s, '').replace(/^.*#/s, '');
  return new BedrockRuntimeError(name, fault.message ?? fault.Message ?? (body.slice(0, 200) || name), status);
}

/** The fault in an exception that came in the middle of a stream, after `200 OK`. */
export function streamFault(exceptionType: string, payload: string): BedrockRuntimeError {
  const { message, Message } = faultIn(payload);
  const name = exceptionType.charAt(0).toUpperCase() + exceptionType.slice(1);
  return new BedrockRuntimeError(name, message ?? Message ?? name, null);
}

function faultIn(body: string): z.infer<typeof Fault> {
  try {
    return Fault.parse(JSON.parse(body));
  } catch {
    return {};
  }
}

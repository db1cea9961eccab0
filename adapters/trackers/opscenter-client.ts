import { SSMClient } from '@aws-sdk/client-ssm';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** A client of Systems Manager that answers or fails soon, and tries once: what may be repeated, the tickets know. */
export function opscenterClient(options: {
  readonly region: string | null;
  readonly endpoint: string | null;
  readonly timeoutMs?: number | undefined;
}): SSMClient {
  const { region, endpoint, timeoutMs = 10_000 } = options;
  return new SSMClient({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: timeoutMs, throwOnRequestTimeout: true }),
    ...(region && { region }),
    ...(endpoint && { endpoint }),
  });
}

import type { STSClientConfig } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How clients reach AWS: as whom, and over which connections. */
export type AwsAccess = Pick<
  STSClientConfig,
  'credentials' | 'endpoint' | 'maxAttempts' | 'requestHandler' | 'retryMode' | 'retryStrategy'
>;

/** Kept-alive connections for all clients, and the SDK's own patience: it backs off when it is throttled. */
export function awsAccess(own: Pick<AwsAccess, 'credentials' | 'endpoint' | 'retryStrategy'> = {}): AwsAccess {
  return {
    maxAttempts: 6,
    retryMode: 'adaptive',
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 5_000,
      requestTimeout: 30_000,
      httpAgent: { keepAlive: true, maxSockets: 256 },
      httpsAgent: { keepAlive: true, maxSockets: 256 },
    }),
    ...own,
  };
}

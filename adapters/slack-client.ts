import { LogLevel, WebClient } from '@slack/web-api';

/**
 * A client that answers or fails soon: it never repeats a call by itself, for only `slackChat` knows which calls may be repeated
 * without looking first.
 */
export function slackClient(options: { token: string; apiUrl?: string; timeoutMs?: number }): WebClient {
  return new WebClient(options.token, {
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    timeout: options.timeoutMs ?? 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

import { Octokit } from '@octokit/core';

/** A client that answers or fails soon; `githubIssues` knows which calls may be repeated. */
export function githubClient(options: { token: string; baseUrl?: string; timeoutMs?: number }): Octokit {
  const { token, baseUrl, timeoutMs = 10_000 } = options;
  return new Octokit({
    auth: token,
    userAgent: 'sundial',
    ...(baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, '') } : {}),
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
}

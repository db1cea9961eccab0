import type { Outlook } from './patience.ts';

interface GitHubErrorData {
  /** `acme/payments`, or a ticket of it: `acme/payments#12`. */
  readonly where: string;
  readonly status?: number;
  /** GitHub's own words. */
  readonly said?: string;
  /** What to do about it, in plain words; `null` where waiting is all one can do. */
  readonly hint: string | null;
}

/** GitHub refused, or could not be reached within our patience. The message is static; what it is about stands in `data`. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly data: GitHubErrorData;

  constructor(message: string, data: GitHubErrorData, options?: ErrorOptions) {
    super(message, options);
    this.data = data;
  }
}

const hints: Readonly<Record<number, string>> = {
  401: 'GitHub does not accept the token: it expired or was revoked. Store a new one',
  403: 'The token may not do this: it needs to read and write the issues of this repository',
  404: "There is no such repository or ticket, or the token cannot see it: check the team's tracker in sundial.yml and what the token may reach",
  410: 'Issues are turned off in this repository, or the ticket was deleted: turn issues on in its settings, or choose another tracker',
  422: 'GitHub refuses what would be written. A ticket may have 65,536 characters, with what people wrote into it',
};

/** `@octokit/request`'s error, as far as we read it. */
interface RequestFault {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

export function githubFailure(where: string, fault: unknown): GitHubError {
  if (fault instanceof GitHubError) return fault;
  if (!isRequestFault(fault))
    return new GitHubError('GitHub gave an answer we cannot read', { where, hint: null }, { cause: fault });

  const hopeless = githubOutlook(fault).kind === 'hopeless';
  return new GitHubError(
    hopeless ? 'GitHub refused' : 'GitHub could not be reached in time',
    { where, status: fault.status, said: fault.message, hint: (hopeless && hints[fault.status]) || null },
    { cause: fault },
  );
}

/**
 * Rate limits come as 403 and 429, and say in headers how long to wait.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function githubOutlook(fault: unknown): Outlook {
  if (!isRequestFault(fault)) return { kind: 'hopeless' };
  const afterMs = waitAsked(fault);
  if (fault.status === 429 || (fault.status === 403 && isRateLimit(fault))) {
    return { kind: 'refused', afterMs: afterMs ?? (/secondary rate/i.test(fault.message) ? 60_000 : null) };
  }
  return fault.status >= 500 || fault.status === 408 ? { kind: 'uncertain', afterMs } : { kind: 'hopeless' };
}

function isRateLimit(fault: RequestFault): boolean {
  return (
    header(fault, 'retry-after') !== null ||
    header(fault, 'x-ratelimit-remaining') === 0 ||
    /rate limit/i.test(fault.message)
  );
}

/** `Retry-After`, or the time until the limit is lifted by GitHub's own clock. */
function waitAsked(fault: RequestFault): number | null {
  const after = header(fault, 'retry-after');
  if (after !== null) return after * 1000;

  const reset = header(fault, 'x-ratelimit-reset');
  const sent = Date.parse(String(fault.response?.headers['date']));
  if (header(fault, 'x-ratelimit-remaining') !== 0 || reset === null || Number.isNaN(sent)) return null;
  return Math.max(0, reset * 1000 - sent) + 1000;
}

function header({ response }: RequestFault, name: string): number | null {
  const value = response?.headers[name];
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}

function isRequestFault(fault: unknown): fault is RequestFault {
  return fault instanceof Error && 'status' in fault && typeof fault.status === 'number';
}

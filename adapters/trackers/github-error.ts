import type { Outlook } from '../patience.ts';
import { HttpFailure } from './http-failure.ts';
import type { TrackerFault } from '../../domain/tracker-trouble.ts';
import { TrackerError } from './tracker-error.ts';

const tracker = 'GitHub';

const hints: Readonly<Record<number, string>> = {
  401: 'GitHub does not accept the token: it expired or was revoked. Store a new one',
  403: 'The token may not do this: it needs to read and write the issues of this repository',
  404: "There is no such repository or ticket, or the token cannot see it: check the team's tracker in sundial.yml and what the token may reach",
  410: 'Issues are turned off in this repository: turn them on in its settings, or choose another tracker',
  422: 'GitHub refuses what would be written. A ticket may have 65,536 characters, with what people wrote into it',
};

/** `@octokit/request`'s error, as far as we read it. */
interface RequestFault {
  readonly status: number;
  readonly message: string;
  readonly cause?: unknown;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

/** An address in the configuration, or a ticket's key, that is none of GitHub's. */
export function notGithub(where: string, hint: string): TrackerError {
  return new TrackerError('refused', { tracker, where, hint });
}

export function githubFailure(where: string, fault: unknown): TrackerError {
  if (fault instanceof TrackerError) return fault;
  if (!isRequestFault(fault))
    return new TrackerError(
      'unreachable',
      { tracker, where, said: 'It gave an answer we cannot read', hint: null },
      { cause: fault },
    );

  const { status, message: said } = fault;
  const kind = faultOf(fault);
  const hint = (kind !== 'unreachable' && hints[status]) || null;
  // Octokit's error holds the request, and so the ticket's text: a log of causes would show it.
  const cause = new HttpFailure({ status, afterMs: waitAsked(fault), answer: null }, { cause: fault.cause });
  return new TrackerError(kind, { tracker, where, status, said, hint }, { cause });
}

/**
 * A deleted issue answers 410 and says so; 410 is said of a repository without issues too.
 * @see https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
function faultOf(fault: RequestFault): TrackerFault {
  if (githubOutlook(fault).kind !== 'hopeless') return 'unreachable';
  return fault.status === 410 && /deleted/i.test(fault.message) ? 'gone' : 'refused';
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

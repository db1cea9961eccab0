/** A call that a tracker did not answer as asked: refused, broken, or silent. Holds nothing of the request, so no secret either. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** `null` where no answer came. */
  readonly status: number | null;
  /** Milliseconds that the answer asks to wait; `null` where it asks for none. */
  readonly afterMs: number | null;
  /** The answer as JSON, or as text where it is none. */
  readonly answer: unknown;

  constructor({ status, afterMs, answer }: Pick<HttpFailure, 'status' | 'afterMs' | 'answer'>, options?: ErrorOptions) {
    super(status === null ? 'No answer came' : 'The call was refused', options);
    this.status = status;
    this.afterMs = afterMs;
    this.answer = answer;
  }
}

/**
 * `Retry-After`: seconds, or a date by the clock of the one who answers; else the seconds of `ratelimit-reset`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function waitAsked(headers: Headers): number | null {
  const after = headers.get('retry-after')?.trim();
  if (!after) {
    // PagerDuty's way: https://developer.pagerduty.com/docs/rest-api-rate-limits/
    const reset = headers.get('ratelimit-reset')?.trim() ?? '';
    return /^\d+$/.test(reset) ? Number(reset) * 1000 : null;
  }
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;

  const until = Date.parse(after) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) ? null : Math.max(0, until);
}

import { clipped } from '../../templates/text.ts';
import type { Outlook } from '../patience.ts';
import { HttpFailure } from './http-failure.ts';
import { TrackerError } from './tracker-error.ts';

/** How one tracker says no, and what to do about it. */
export interface TrackerWords {
  /** As people call it. */
  readonly tracker: string;
  /** What it is reached with: taken out of anything it says. */
  readonly secrets: readonly string[];
  /** Its own words in an answer. */
  readonly saidIn: (answer: unknown) => string | null;
  /** What to do, by the answer; `null` where nothing is known to help. */
  readonly hintFor: (status: number, answer: unknown, about: 'place' | 'ticket') => string | null;
}

const longestSaid = 400;

/** Rate limits did nothing; a fault of the server, or silence, may have done what was asked. */
export function httpOutlook(fault: unknown): Outlook {
  if (!(fault instanceof HttpFailure)) return { kind: 'hopeless' };
  const { status, afterMs } = fault;
  if (status === 429) return { kind: 'refused', afterMs };
  return status === null || status >= 500 || status === 408 ? { kind: 'uncertain', afterMs } : { kind: 'hopeless' };
}

/** Names the place, or the ticket, where a fault happened. A ticket that is not there is gone; a place that is not there was never right. */
export function failingIn(words: TrackerWords) {
  return (where: string, about: 'place' | 'ticket' = 'ticket') =>
    (fault: unknown): never => {
      throw trackerFailure(words, where, about, fault);
    };
}

function trackerFailure(words: TrackerWords, where: string, about: 'place' | 'ticket', fault: unknown): Error {
  const { tracker, secrets, saidIn, hintFor } = words;
  if (fault instanceof TrackerError) return fault;
  if (!(fault instanceof HttpFailure)) return unreadable(tracker, where, fault);

  const { status, answer } = fault;
  if (status === null) return new TrackerError('unreachable', { tracker, where, hint: null }, { cause: fault });
  if (status >= 200 && status < 300) return unreadable(tracker, where, fault);

  const own = saidIn(answer);
  const said = own === null ? {} : { said: clipped(without(secrets, own), longestSaid) };
  if (httpOutlook(fault).kind !== 'hopeless')
    return new TrackerError('unreachable', { tracker, where, status, ...said, hint: null }, { cause: bare(fault) });
  const kind = about === 'ticket' && status === 404 ? 'gone' : 'refused';
  const hint = hintFor(status, answer, about);
  return new TrackerError(kind, { tracker, where, status, ...said, hint }, { cause: bare(fault) });
}

function unreadable(tracker: string, where: string, fault: unknown): TrackerError {
  return new TrackerError(
    'unreachable',
    { tracker, where, said: 'It gave an answer we cannot read', hint: null },
    { cause: fault instanceof HttpFailure ? bare(fault) : fault },
  );
}

/** Without the answer: what is worth knowing of it stands in `said`. */
function bare({ status, afterMs }: HttpFailure): HttpFailure {
  return new HttpFailure({ status, afterMs, answer: null });
}

function without(secrets: readonly string[], text: string): string {
  return secrets.filter((secret) => secret !== '').reduce((kept, secret) => kept.replaceAll(secret, '…'), text);
}

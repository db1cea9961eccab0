import type { TrackerFault, TrackerFaultSeen } from '../../domain/tracker-trouble.ts';

interface TrackerErrorData {
  /** As people call it: `GitHub`, `Jira`. */
  readonly tracker: string;
  /** Where in it, or which ticket: `acme/payments`, `PAY-12`. */
  readonly where: string;
  /** HTTP status, where one came. */
  readonly status?: number;
  /** The tracker's own words; never a secret, never the ticket's text. */
  readonly said?: string;
  /** What to do about it, in plain words; `null` where waiting is all one can do. */
  readonly hint: string | null;
}

/** A tracker refused, or could not be reached within our patience. The message is static; what it is about stands in `data`. */
export class TrackerError extends Error {
  override readonly name = 'TrackerError';
  readonly fault: TrackerFault;
  readonly data: TrackerErrorData;

  constructor(fault: TrackerFault, data: TrackerErrorData, options?: ErrorOptions) {
    super(messages[fault], options);
    this.fault = fault;
    this.data = data;
  }

  /** As it is kept with a migration. */
  get seen(): TrackerFaultSeen {
    return { fault: this.fault, said: this.data.said ?? null, hint: this.data.hint };
  }
}

const messages: Readonly<Record<TrackerFault, string>> = {
  unreachable: 'The tracker could not be reached in time',
  refused: 'The tracker refused',
  gone: 'The ticket is gone',
};

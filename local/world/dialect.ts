import type { Answer, Call, Json } from './call.ts';

/**
 * What one service adds to plain forwarding. The emulator hands out new ids and times each time it runs; clients keep hearing
 * the ones they were told first.
 */
export interface Dialect {
  readonly service: 'slack' | 'github';
  /** Whether a call may change something. What is not known to be harmless may. */
  readonly changes: (call: Call) => boolean;
  readonly succeeded: (answer: Answer) => boolean;
  /** A client's call, in the ids of the running emulator. */
  readonly inward: (call: Call) => Call;
  /** The emulator's answer, in the ids that clients know; what is new is given its lasting id here. */
  readonly outward: (answer: Answer, changed: boolean) => Answer;
  /** The part of an answer that gave something out. */
  readonly witness: (answer: Answer) => Json;
  /** Learns, from a call replayed, which new ids stand for those that were told; throws where the two tell different stories. */
  readonly recall: (told: Json, witness: Json) => void;
  /** How the service answers a client without a valid token. */
  readonly unauthorised: Answer;
}

import type { Notice } from '../domain/notice.ts';
import type { ActionDone } from './reconcile.ts';

/** What a handler made of an event. A fault is not among these: it is thrown. */
export interface Handled {
  readonly outcome: 'handled' | 'ignored';
  /** Why there was nothing to do, or `null`. */
  readonly reason: string | null;
  /** What the event told. */
  readonly notices: readonly Notice[];
  readonly done: readonly ActionDone[];
}

export function nothingToDo(outcome: Handled['outcome'], reason: string): Handled {
  return { outcome, reason, notices: [], done: [] };
}

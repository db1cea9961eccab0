import type { Action } from '../domain/action.ts';
import type { Handled } from '../handlers/handled.ts';
import type { ActionDone } from '../handlers/reconcile.ts';
import type { NoticeReport } from './notice-report.ts';

/** What became of one event. `failed`: the outside world failed; the event lies in the dead letters, to be redriven. */
export interface EventReport {
  readonly id: string | null;
  readonly rules: readonly string[];
  readonly outcome: 'handled' | 'ignored' | 'rejected' | 'failed';
  readonly reason: string | null;
  readonly notices: readonly NoticeReport[];
  readonly actions: readonly Pick<Action, 'kind' | 'key' | 'team'>[];
}

/** How often the outside world was changed. Edits are not counted. */
export interface Calls {
  readonly ticketsOpened: number;
  readonly messagesPosted: number;
  readonly repliesPosted: number;
}

export function unmatched(id: string | null, reason: string): EventReport {
  return { id, rules: [], outcome: 'ignored', reason, notices: [], actions: [] };
}

export function reportOf(
  id: string | null,
  rules: readonly string[],
  { outcome, reason, done }: Handled,
  notices: readonly NoticeReport[],
): EventReport {
  return {
    id,
    rules,
    outcome,
    reason,
    notices,
    actions: done.map(({ action: { kind, key, team } }) => ({ kind, key, team })),
  };
}

export function callsOf(done: readonly ActionDone[]): Calls {
  const count = (kind: Action['kind']) => done.filter((one) => one.done === 'now' && one.action.kind === kind).length;
  return {
    ticketsOpened: count('openTicket'),
    messagesPosted: count('postMessage'),
    repliesPosted: count('replyInThread'),
  };
}

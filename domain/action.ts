import type { ComparisonRequested } from './comparison-run.ts';
import type { Rung } from './ladder.ts';
import type { News } from './news.ts';

/** What became of a migration, for those who subscribe. */
export type Change = 'opened' | 'changed' | 'done' | 'reopened';

/**
 * Something to be done to the outside world, as data. `key` makes it happen once: the ledger refuses it a second time. What a
 * message or ticket says is rendered when the action is performed, from the situation it belongs to.
 */
export type Action =
  | TicketAction
  | (About &
      (
        | { readonly kind: 'postMessage' }
        | { readonly kind: 'updateMessage' }
        | { readonly kind: 'replyInThread'; readonly news: readonly News[] }
        /** Tells others than the team, in the channel named for it. */
        | { readonly kind: 'escalate'; readonly channel: string; readonly rung: Rung }
        /** Asks for the comparison with the replacement, over the team's own cases. */
        | { readonly kind: 'requestComparison'; readonly request: ComparisonRequested }
        | { readonly kind: 'publishEvent'; readonly change: Change }
      ));

/** Something to be done in the tracker at `place` (`placeOf`). */
export type TicketAction = About & { readonly place: string } & (
    | { readonly kind: 'openTicket' }
    /** Puts the ticket below the campaign's, which is opened with the first of them. */
    | { readonly kind: 'linkTicket' }
    | { readonly kind: 'updateTicket' }
    | { readonly kind: 'commentOnTicket'; readonly news: readonly News[] }
    | { readonly kind: 'closeTicket' }
    | { readonly kind: 'reopenTicket' }
  );

interface About {
  readonly key: string;
  readonly team: string;
  readonly migrationId: string;
}

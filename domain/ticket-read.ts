import type { Owner } from './decisions.ts';
import type { Acknowledged, Migration } from './migration.ts';

/** What people made of a ticket. */
export interface TicketSeen {
  /** As the tracker names them. */
  readonly assignee: string | null;
  readonly closed: boolean;
}

/** The migration after its ticket was read, at an ISO instant: who has it, who leads, and whether a person closed it. */
export function afterReading(migration: Migration, { assignee, closed }: TicketSeen, at: string): Migration {
  const closedBySundial = closed && migration.closedBySundial === true;
  const seen = { assignee, closed: closed && !closedBySundial };
  return {
    ...migration,
    closedBySundial,
    acknowledged: acknowledged(seen, migration.acknowledged, at),
    owner: owner(seen, migration, at),
    assignee,
    closedAt: seen.closed ? (migration.closedAt ?? at) : null,
    ticketReadAt: at,
  };
}

/** The migration after Sundial closed its leading ticket, or opened it again. What a person closed before stays theirs. */
export function afterTurning(migration: Migration, kind: 'closeTicket' | 'reopenTicket'): Migration {
  return { ...migration, closedBySundial: kind === 'closeTicket' && !migration.closedAt };
}

/** A closed ticket was seen by somebody, whoever it is assigned to. What was said in Slack stands until the ticket has an assignee. */
function acknowledged({ assignee, closed }: TicketSeen, before: Acknowledged | null, at: string): Acknowledged | null {
  if (before?.where === 'slack' && (assignee === null || assignee === before.by)) return before;
  if (assignee === null && !closed) return null;
  return { by: assignee, at: before?.by === assignee ? before.at : at };
}

/** Whoever is assigned the ticket leads, until somebody else is named or assigned; who was named in Slack is not undone by silence. */
function owner({ assignee }: TicketSeen, before: Migration, at: string): Owner | null {
  const named = before.owner;
  if (assignee === null) return named?.where === 'ticket' ? null : named;
  const { acknowledged: taken } = before;
  const known = before.assignee === undefined && taken?.where === undefined ? taken?.by : before.assignee;
  const isKnown = known === assignee;
  if (named !== null && isKnown) return named;
  return named?.person === assignee && named.where === 'ticket'
    ? named
    : { person: assignee, by: assignee, at, where: 'ticket' };
}

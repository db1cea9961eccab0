import type { Situation } from '../../domain/situation.ts';
import { fittingParts } from '../../templates/markdown.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';

/** A ticket's text as GitHub gets it. */
export function ticketBody(situation: Situation): string {
  return fittingParts(migrationTicket(situation).parts, 50_000);
}

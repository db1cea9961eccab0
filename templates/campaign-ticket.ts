import type { Situation } from '../domain/situation.ts';
import { bullets, part } from './markdown.ts';
import { markdown } from './markup.ts';
import { clipped } from './text.ts';
import type { Ticket } from './ticket.ts';
import { lifecyclePage } from './ticket-links.ts';

/** The ticket that all teams' tickets of one model hang below. It names no date: each team's ticket has those that bind it. */
export function campaignTicket({ migration, modelName }: Situation): Ticket {
  const model = `${markdown.bold(modelName)} (${markdown.code(migration.modelId)})`;
  const lead = `Every team that uses ${model} has a ticket of its own below this one, with the dates that bind it, what it must move and its plan. Close this one when all of them are closed.`;
  return {
    title: `Leave ${clipped(modelName, 180)}: all teams`,
    parts: [
      lead,
      ...part('Links', [bullets([markdown.link(lifecyclePage, 'Model lifecycle in the Amazon Bedrock user guide')])]),
    ],
    summary: lead,
    labels: ['sundial'],
    priority: 'medium',
    due: null,
    attachments: [],
  };
}

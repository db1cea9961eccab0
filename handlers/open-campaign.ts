import type { TicketRef } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { placeOf } from '../domain/tracker.ts';
import { campaignTicket } from '../templates/campaign-ticket.ts';
import { performOnce } from './perform-once.ts';
import type { Deps } from './ports.ts';

/** The ticket of a model's campaign, opened with the first team's ticket; whoever asks later gets the same one. */
export async function openCampaign(
  situation: Situation,
  { ledger, tickets }: Pick<Deps, 'ledger' | 'tickets'>,
): Promise<TicketRef> {
  const { campaign, migration } = situation;
  if (!campaign) throw new Error('no campaigns are configured');
  const key = `campaign/${migration.modelId}`;
  const there = tickets(campaign);
  const { outcome } = await performOnce(
    `openTicket|${key}|${placeOf(campaign)}`,
    ledger,
    () => there.open(key, campaignTicket(situation)),
    async () => {
      const found = await there.find(key);
      return found && { outcome: found };
    },
    'always',
  );
  return outcome as TicketRef;
}

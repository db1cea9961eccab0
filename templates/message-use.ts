import type { Situation } from '../domain/situation.ts';
import { mrkdwn } from './markup.ts';
import { burnDownWords } from './words-burn-down.ts';
import { costWords } from './words-cost.ts';
import { byUrgency, quotaWords } from './words-quota.ts';

/** Quotas named in the message; the ticket has more room. */
const mostQuotas = 3;

/** How far the use has moved. */
export function messageUse({ presence }: Situation): string[] {
  return [...burnDownWords(presence.burnDown)];
}

export function messageCost({ presence: { cost } }: Situation): readonly string[] {
  return cost ? costWords(cost, mrkdwn) : [];
}

export function messageQuotas({ presence: { quotas } }: Situation): string[] {
  const shown = byUrgency(quotas).slice(0, mostQuotas);
  const left = quotas.length - shown.length;
  return [
    ...shown.map((need) => `• ${quotaWords(need, mrkdwn)}`),
    ...(left > 0 ? [`and ${left} more in the ticket`] : []),
  ];
}

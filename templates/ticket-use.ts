import type { BurnDownDay, KnownBurnDown } from '../domain/burn-down.ts';
import type { Situation } from '../domain/situation.ts';
import { isoWeek } from '../domain/week.ts';
import { bullets, table } from './markdown.ts';
import { markdown } from './markup.ts';
import { longDate } from './text.ts';
import { figure, percent } from './words-burn-down.ts';
import { costWords } from './words-cost.ts';
import { byUrgency, quotaWords } from './words-quota.ts';

const mostWeeks = 12;
const mostQuotas = 20;

/** The use week by week: whole weeks only, so that the ticket changes once a week. */
export function ticketBurnDown({ presence: { burnDown } }: Situation): readonly string[] {
  if (burnDown.kind === 'unknown') return [];
  const weeks = wholeWeeks(burnDown);
  if (weeks.length === 0) return [];
  const rows = weeks.slice(-mostWeeks).map(([first, days]) => {
    const old = sum(days, 'old');
    const replacement = sum(days, 'replacement');
    return [
      longDate(first.day),
      figure(old),
      figure(replacement),
      old + replacement > 0 ? percent(old / (old + replacement)) : 'no calls',
    ];
  });
  return [table(['Week from', 'Calls of the old model', 'Calls of the replacement', 'Still on the old model'], rows)];
}

function wholeWeeks({ days }: KnownBurnDown): readonly (readonly [BurnDownDay, readonly BurnDownDay[]])[] {
  const weeks = new Map<string, BurnDownDay[]>();
  for (const one of days) weeks.set(isoWeek(one.day), [...(weeks.get(isoWeek(one.day)) ?? []), one]);
  return [...weeks.values()].flatMap((week) => (week[0] && week.length === 7 ? [[week[0], week] as const] : []));
}

function sum(days: readonly BurnDownDay[], use: 'old' | 'replacement'): number {
  return days.reduce((all, day) => all + day[use].calls, 0);
}

export function ticketCost({ presence: { cost } }: Situation): readonly string[] {
  return cost ? [bullets(costWords(cost, markdown))] : [];
}

export function ticketQuotas({ presence: { quotas } }: Situation): readonly string[] {
  const shown = byUrgency(quotas).slice(0, mostQuotas);
  const left = quotas.length - shown.length;
  return shown.length > 0
    ? [bullets([...shown.map((need) => quotaWords(need, markdown)), ...(left > 0 ? [`and ${left} more`] : [])])]
    : [];
}

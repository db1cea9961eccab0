import type { Situation } from '../../domain/situation.ts';
import { burnDownWords } from '../words-burn-down.ts';
import { costWords } from '../words-cost.ts';
import { unknownPlaces } from '../words-dependents.ts';
import { byUrgency, quotaWords } from '../words-quota.ts';
import { escaped, html } from './html.ts';
import { inventoryTable } from './inventory-table.ts';
import { useChart } from './use-chart.ts';

/** Quotas shown; the ticket has the rest. */
const mostQuotas = 4;

/** What the sweep knows of a migration: how the use moves, what is left, what waiting costs, and what could not be read. */
export function useSection(situation: Situation, id: string): string {
  const { presence } = situation;
  const { reading, burnDown, dependents, cost, quotas } = presence;
  if (!reading.tried) return '';

  const unknown = unknownPlaces(reading.unknown, html);
  const needs = byUrgency(quotas).slice(0, mostQuotas);
  const terms = [
    ...(cost ? [['What waiting costs', costWords(cost, html)] as const] : []),
    ...(needs.length > 0 ? [['Quotas of the replacement', needs.map((need) => quotaWords(need, html))] as const] : []),
  ];
  return [
    ...burnDownWords(burnDown).map((line) => `<p class="note">${escaped(line)}</p>`),
    useChart(situation, id),
    unknown === null ? '' : `<p class="note unknown"><b>Not known.</b> ${unknown}</p>`,
    inventoryTable(dependents),
    terms.length > 0
      ? `<dl class="terms">${terms.map(([name, lines]) => `<div><dt>${name}</dt>${lines.map((line) => `<dd>${line}</dd>`).join('')}</div>`).join('')}</dl>`
      : '',
  ].join('');
}

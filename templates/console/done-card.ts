import type { Situation } from '../../domain/situation.ts';
import { doneLead } from '../words-done.ts';
import { escaped, html } from './html.ts';
import { references, stagePill } from './migration-card.ts';
import type { PageLinks } from './page-links.ts';
import { migrationAnchor } from './page-links.ts';
import { useChart } from './use-chart.ts';

/** A migration that is done: that it is, since when, and how the use went. */
export function doneCard(situation: Situation, links: PageLinks): string {
  const { migration, modelName, presence } = situation;
  const id = migrationAnchor(migration.id);
  const lines = doneLead(migration, presence.burnDown, html.bold(modelName), html);
  return [
    `<article class="migration done" id="${id}" aria-labelledby="${id}-name">`,
    `<header><div><h3 id="${id}-name">${escaped(modelName)}</h3><p class="quiet"><code>${escaped(migration.modelId)}</code></p></div>`,
    `<p class="standing">${stagePill(situation)}</p></header>`,
    ...lines.map((line) => `<p class="note">${line}</p>`),
    useChart(situation, id),
    `<p class="where">${references(situation, links)}</p>`,
    '</article>',
  ].join('');
}

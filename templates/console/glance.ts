import type { Situation } from '../../domain/situation.ts';
import { capitalised } from '../text.ts';
import { countdown } from '../words-deadline.ts';
import { escaped } from './html.ts';
import { stagePill } from './migration-card.ts';
import { migrationAnchor } from './page-links.ts';

/** What comes next, over all teams: what is gone first, then by the date that binds, then what has no date. */
export function glance(situations: readonly Situation[]): string {
  if (situations.length === 0)
    return '<p class="empty">No migration is open. One appears here with the first notice about a model that somebody uses.</p>';

  const rows = situations
    .toSorted((a, b) => urgency(a).localeCompare(urgency(b)))
    .map((situation) => {
      const { migration, modelName } = situation;
      return [
        `<li><a href="#${migrationAnchor(migration.id)}"><b>${escaped(capitalised(countdown(situation)))}</b>`,
        `<span class="model">${escaped(modelName)}</span><span class="owner">${escaped(migration.team)}</span></a>`,
        `${stagePill(situation)}</li>`,
      ].join('');
    });
  return `<ol class="glance">${rows.join('')}</ol>`;
}

function urgency({ lifecycle, timeline }: Situation): string {
  return lifecycle.withdrawal ? '0' : (timeline.binding?.date ?? '9');
}

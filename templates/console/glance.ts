import { bindsFirst } from '../../domain/binds-first.ts';
import type { Situation } from '../../domain/situation.ts';
import { capitalised, longDate } from '../text.ts';
import { countdown } from '../words-deadline.ts';
import { escaped } from './html.ts';
import { stagePill } from './migration-card.ts';
import { migrationAnchor } from './page-links.ts';

/** What comes next, over all teams: what is gone first, then by the date that binds, then what has no date; what is done last. */
export function glance(situations: readonly Situation[]): string {
  if (situations.length === 0)
    return '<p class="empty">No migration is open. One appears here with the first notice about a model that somebody uses.</p>';

  const rows = bindsFirst(situations).map((situation) => {
    const { migration, modelName } = situation;
    return [
      `<li><a href="#${migrationAnchor(migration.id)}"><b>${escaped(capitalised(standing(situation)))}</b>`,
      `<span class="model">${escaped(modelName)}</span><span class="owner">${escaped(migration.team)}</span></a>`,
      `${stagePill(situation)}</li>`,
    ].join('');
  });
  return `<ol class="glance">${rows.join('')}</ol>`;
}

function standing(situation: Situation): string {
  const { status, statusSince } = situation.migration;
  if (status === 'open') return countdown(situation);
  return statusSince === null ? 'done' : `done since ${longDate(statusSince)}`;
}

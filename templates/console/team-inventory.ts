import type { Ownership } from '../../domain/ownership.ts';
import { modelIdsOf } from '../../domain/dependent.ts';
import { countsByKind } from '../words-dependents.ts';
import { escaped, slug } from './html.ts';
import { folded, htmlTable, kindOf, left, place } from './inventory-table.ts';

/** What a team has that rests on models which need not be left. */
export interface TeamInventory {
  readonly team: string;
  readonly dependents: readonly Ownership[];
}

const most = 200;

/** The rest of the inventory, team by team: whoever has nothing to leave can still see what is theirs. */
export function teamInventories(inventories: readonly TeamInventory[]): string {
  const shown = inventories.filter(({ dependents }) => dependents.length > 0);
  if (shown.length === 0) return '';
  return [
    '<section class="team" aria-labelledby="inventory"><header><h2 id="inventory">Inventory</h2>',
    '<p class="quiet">What rests on models that need not be left yet, as the last sweep saw it.</p></header>',
    ...shown.map(inventory),
    '</section>',
  ].join('');
}

function inventory({ team, dependents }: TeamInventory): string {
  const id = `inventory-${slug(team)}`;
  const rows = dependents.slice(0, most).map((ownership) => [
    kindOf(ownership),
    `<code>${escaped(ownership.dependent.name)}</code>`,
    place(ownership.dependent),
    modelIdsOf(ownership.dependent)
      .map((model) => `<code>${escaped(model)}</code>`)
      .join(' ') || 'no base model',
  ]);
  const counts = countsByKind(dependents.map(({ dependent }) => dependent.kind));
  const table = htmlTable(['What', 'Name', 'Where', 'Models'], rows);
  return `<article class="migration" aria-labelledby="${id}"><h3 id="${id}">${escaped(team)}</h3>${folded(counts, `${table}${left(dependents.length)}`)}</article>`;
}

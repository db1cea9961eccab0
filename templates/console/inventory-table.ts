import type { OwnDependent } from '../../domain/own-dependents.ts';
import { counted } from '../text.ts';
import { countsByKind } from '../words-dependents.ts';
import { kindWords, leavingInShort } from '../words-leaving.ts';
import { day, escaped } from './html.ts';

/** Rows shown; what is left out is counted. */
const most = 200;

/** What a migration's team has that rests on the model, folded under its counts. */
export function inventoryTable(dependents: readonly OwnDependent[]): string {
  if (dependents.length === 0) return '';
  const counts = countsByKind(dependents.map(({ ownership }) => ownership.dependent.kind));
  const rows = dependents
    .slice(0, most)
    .map(({ ownership, leaving, lastUsedOn }) => [
      kindOf(ownership),
      `<code>${escaped(ownership.dependent.name)}</code>`,
      place(ownership.dependent),
      escaped(leaving.map(leavingInShort).join('; ')),
      lastUsedOn === null ? '<span class="quiet">not seen</span>' : day(lastUsedOn),
    ]);
  const table = htmlTable(['What', 'Name', 'Where', 'Leaving takes', 'Last call'], rows);
  return folded(`${counts} to move`, `${table}${left(dependents.length)}`);
}

type Owned = Pick<OwnDependent['ownership'], 'dependent' | 'route'>;

export function kindOf({ dependent, route }: Owned): string {
  const unowned = route === null ? ' <span class="tag">unowned</span>' : '';
  return `${kindWords[dependent.kind]}${unowned}`;
}

export function place({ account, region }: Owned['dependent']): string {
  return `<code>${escaped(account)}</code> ${escaped(region)}`;
}

export function left(count: number): string {
  return count > most ? `<p class="quiet">And ${counted(count - most, 'more dependent')}.</p>` : '';
}

export function folded(summary: string, content: string): string {
  return `<details class="inventory"><summary>${escaped(summary)}</summary>${content}</details>`;
}

/** A table that becomes a list where it is narrow: roles keep it a table for those who listen. */
export function htmlTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th role="columnheader" scope="col">${column}</th>`).join('');
  const body = rows.map((cells) => {
    const shown = cells.map((cell, index) => `<td role="cell" data-label="${columns[index] ?? ''}">${cell}</td>`);
    return `<tr role="row">${shown.join('')}</tr>`;
  });
  return `<table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table>`;
}

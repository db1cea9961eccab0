import type { Situation } from '../domain/situation.ts';
import { folded, table } from './markdown.ts';
import { markdown } from './markup.ts';
import { counted, firstOf } from './text.ts';
import { affectedAccounts } from './words-affected.ts';
import { regionName } from './words-lifecycle.ts';

/** Accounts shown at once; a longer list is folded, and ends after `most`. */
const atOnce = 20;
const most = 100;
const regionsInARow = 8;

/** A row for each account; what is left out is counted. */
export function affectedTable({ migration }: Situation): readonly string[] {
  const accounts = affectedAccounts(migration.affected);
  if (accounts.length === 0) return [];

  const rows = accounts.slice(0, most).map(({ account, regions }) => [
    markdown.code(account),
    firstOf(
      regions.map((region) => regionName(region, markdown)),
      regionsInARow,
    ),
  ]);
  const left = accounts.length > most ? `And ${counted(accounts.length - most, 'account')} more.` : '';
  const listing = table(['Account', 'Regions'], rows);
  return accounts.length > atOnce
    ? [folded('The accounts and their Regions', [listing, left].join('\n\n').trimEnd())]
    : [listing];
}

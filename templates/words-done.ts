import type { BurnDown } from '../domain/burn-down.ts';
import type { Migration } from '../domain/migration.ts';
import type { Markup } from './markup.ts';
import { longDate } from './text.ts';

/** A migration that is done, in place of where the model stands: the same from day to day. */
export function doneLead(
  { team, statusSince }: Migration,
  burnDown: BurnDown,
  model: string,
  markup: Markup,
): string[] {
  const since = statusSince === null ? '' : ` since ${longDate(statusSince)}`;
  const last =
    burnDown.kind === 'known' && burnDown.lastUsedOn !== null
      ? ` The last call was on ${longDate(burnDown.lastUsedOn)}.`
      : '';
  return [
    `${markup.bold('Done')}${since}: team ${markup.bold(team)} has left ${model}.${last}`,
    'It opens again if a call or a dependent comes back.',
  ];
}

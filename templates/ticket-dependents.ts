import type { OwnDependent } from '../domain/own-dependents.ts';
import type { Situation } from '../domain/situation.ts';
import { dependentsCsv } from './dependents-csv.ts';
import { bullets, folded, table } from './markdown.ts';
import { markdown } from './markup.ts';
import { counted, firstOf } from './text.ts';
import type { Attachment } from './ticket.ts';
import { countsByKind, dependentCounts, placeName, whyUnknown } from './words-dependents.ts';
import { kindWords, leavingWords } from './words-leaving.ts';

/** Dependents shown at once; a longer list is folded, and ends after `most`. */
const atOnce = 15;
const most = 80;
const mostCallers = 5;
const mostPlaces = 20;

/** What rests on the model, and what getting it off takes: a row each. Nothing where no sweep has looked. */
export function ticketDependents({ presence: { dependents, reading } }: Situation): readonly string[] {
  if (!reading.tried) return [];
  if (dependents.length === 0)
    return [reading.unknown.length > 0 ? '' : 'The sweep found nothing of yours that rests on the model.'];

  const listing = table(['What', 'Name', 'Where', 'Leaving takes'], dependents.slice(0, most).map(row));
  const left = dependents.length > most ? `And ${counted(dependents.length - most, 'more dependent')}.` : '';
  return [
    dependentCounts(dependents),
    ...(dependents.length > atOnce
      ? [
          folded(
            `The ${countsByKind(dependents.map(({ ownership }) => ownership.dependent.kind))}`,
            [listing, left].join('\n\n').trimEnd(),
          ),
        ]
      : [listing]),
  ];
}

/** The whole list, where it is too long to be read in the ticket. */
export function attachedDependents({ presence: { dependents } }: Situation): readonly Attachment[] {
  return dependents.length > atOnce ? [dependentsCsv(dependents)] : [];
}

function row({ ownership, leaving }: OwnDependent): string[] {
  const { dependent, callers, route } = ownership;
  const called =
    callers.length > 0
      ? `, called by ${firstOf(
          callers.map(({ principal }) => markdown.code(roleName(principal))),
          mostCallers,
        )}`
      : '';
  const pinned =
    dependent.pinnedBy.length > 0 ? `, behind ${firstOf(dependent.pinnedBy.map(markdown.text), mostCallers)}` : '';
  return [
    route === null ? `${kindWords[dependent.kind]} (unowned)` : kindWords[dependent.kind],
    `${markdown.code(dependent.name)}${pinned}${called}`,
    `${markdown.code(dependent.account)} ${markdown.text(dependent.region)}`,
    leaving.length > 0 ? leaving.map(leavingWords).join('; ') : 'Not known',
  ];
}

/** `checkout` of `arn:aws:iam::111122223333:role/checkout`. */
function roleName(principal: string): string {
  return principal.split('/').at(-1) ?? principal;
}

/** Every place of which nothing, or not all, is known. */
export function ticketUnknown({ presence: { reading } }: Situation): readonly string[] {
  if (!reading.tried || reading.unknown.length === 0) return [];
  const places = reading.unknown
    .slice(0, mostPlaces)
    .map((place) => `${placeName(place, markdown)}: ${whyUnknown(place, markdown)}`);
  const left = reading.unknown.length - mostPlaces;
  return [
    'What is there is unknown, which is not nothing: while any of these cannot be read, the migration is not called done.',
    bullets([...places, ...(left > 0 ? [`and ${counted(left, 'more place')}`] : [])]),
  ];
}

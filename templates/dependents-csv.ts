import type { OwnDependent } from '../domain/own-dependents.ts';
import { csvText } from './csv-text.ts';
import type { Attachment } from './ticket.ts';
import { leavingWords } from './words-leaving.ts';

const columns = ['kind', 'name', 'id', 'account', 'region', 'unowned', 'behind', 'callers', 'leaving takes'];

/** Every dependent, for those who count them in a spreadsheet: RFC 4180, nothing left out. */
export function dependentsCsv(dependents: readonly OwnDependent[]): Attachment {
  const rows = dependents.map(({ ownership: { dependent, callers, route }, leaving }) => [
    dependent.kind,
    dependent.name,
    dependent.id,
    dependent.account,
    dependent.region,
    route === null ? 'yes' : 'no',
    dependent.pinnedBy.join(' '),
    callers.map(({ principal }) => principal).join(' '),
    leaving.map(leavingWords).join('; '),
  ]);
  const content = [columns, ...rows].map((cells) => cells.map(csvText).join(',')).join('\r\n');
  return { name: 'sundial-dependents.csv', mediaType: 'text/csv', content: `${content}\r\n` };
}

import type { Finding } from '../../domain/finding.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import { HttpFailure } from './http-failure.ts';
import type { Records } from './servicenow-records.ts';

const filledBySundial = [
  'short_description',
  'description',
  'impact',
  'urgency',
  'due_date',
  'number',
  'state',
  'priority',
];

/** Looks, without writing, whether records could be opened in the table. Data policies show themselves only when something is written. */
export async function checkServicenow(records: Records, tracker: ServiceNowTracker): Promise<readonly Finding[]> {
  const { instance, table, fields: own } = tracker;
  const subject = `ServiceNow ${instance.replace('https://', '')} ${table}`;
  await records.list('ORDERBYDESCsys_created_on', ['sys_id']);
  const readable: Finding = {
    subject,
    state: 'note',
    seen: 'the account may read the table; whether it may write shows when the first ticket is opened',
    fix: null,
  };
  const required = `${subject}: required fields`;
  try {
    const query = `nameIN${table},task^mandatory=true^active=true`;
    const rows = await records.list(query, ['element', 'column_label', 'default_value'], 'sys_dictionary');
    const open = rows.filter(
      ({ element = '', default_value: value = '' }) =>
        element !== '' && value === '' && !filledBySundial.includes(element) && !(element in own),
    );
    const names = open.map(({ element = '', column_label: label = '' }) => `${element} (${label})`).join(', ');
    return [
      readable,
      open.length > 0
        ? {
            subject: required,
            state: 'missing',
            seen: `nobody fills ${names}`,
            fix: 'Give values under tracker.fields in sundial.yml, by the names before the brackets',
          }
        : { subject: required, state: 'fine', seen: 'all that the dictionary names are filled', fix: null },
    ];
  } catch (fault) {
    if (!(fault instanceof HttpFailure) || fault.status !== 403) throw fault;
    const fix = 'Let the account read sys_dictionary, or look there for mandatory fields yourself';
    return [readable, { subject: required, state: 'unknown', seen: 'the account may not read sys_dictionary', fix }];
  }
}

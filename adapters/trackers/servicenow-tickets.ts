import type { Finding } from '../../domain/finding.ts';
import type { TicketRef } from '../../domain/migration.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import { htmlFile } from '../../templates/formats/html-file.ts';
import { plainText } from '../../templates/formats/plain-text.ts';
import { shortened } from '../../templates/formats/shortened.ts';
import type { Ticket } from '../../templates/ticket.ts';
import type { Patience } from '../patience.ts';
import { keyLabel } from './key-label.ts';
import { servicenowAttachments } from './servicenow-attachments.ts';
import { checkServicenow } from './servicenow-check.ts';
import { newRecord, ownFields } from './servicenow-fields.ts';
import { servicenowRecords } from './servicenow-records.ts';
import { servicenowState } from './servicenow-state.ts';
import { servicenowWords } from './servicenow-words.ts';
import { patientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

/** What a note may have, with its mark. */
const noteRoom = 3_900;

/**
 * Migrations as records of ServiceNow. The key stands in `correlation_id`, and in the last line of Sundial's part of the
 * description; the whole ticket goes along as a file, for a description is short and plain.
 */
export function servicenowTickets(
  http: TrackerHttp,
  tracker: ServiceNowTracker,
  credential: string,
  patience: Patience,
) {
  const { instance, table } = tracker;
  const place = `${instance} ${table}`;
  const patient = patientCalls(servicenowWords(credential), patience);
  const records = servicenowRecords(http, tracker);
  const attach = servicenowAttachments(http, tracker);

  function refOf({ sys_id: id = '', number: key = '' }: Readonly<Record<string, string>>): TicketRef {
    return { key, url: `${instance}/nav_to.do?uri=${encodeURIComponent(`/${table}.do?sys_id=${id}`)}`, id };
  }

  /** An instance answers a query that it does not understand with everything: what came is looked at again. */
  async function search(key: string): Promise<TicketRef | null> {
    const label = keyLabel(key);
    const query = `correlation_id=${label}^ORdescriptionLIKE${label}^ORDERBYsys_created_on`;
    const found = (await records.list(query, ['sys_id', 'number', 'correlation_id', 'description'])).find(
      (one) => one['correlation_id'] === label || one['description']?.includes(label),
    );
    return found ? refOf(found) : null;
  }

  async function rewrite(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
    const names = ['short_description', 'description', 'impact', 'urgency', 'due_date', 'correlation_id'];
    const now = await records.read(ref, names);
    const wanted = { ...ownFields(tracker, now['description'] ?? '', key, ticket), correlation_id: keyLabel(key) };
    const changed = Object.entries(wanted).filter(([name, value]) => now[name]?.replaceAll('\r\n', '\n') !== value);
    if (changed.length > 0) await records.write(ref, Object.fromEntries(changed));
    await attach(ref, [htmlFile(ticket), ...ticket.attachments]);
  }

  /** What is shown of the notes is all of them, without a right to read the journal's own table. */
  async function searchNotes(ref: TicketRef, key: string): Promise<boolean> {
    return (await records.read(ref, ['work_notes'], true))['work_notes']?.includes(mark(key)) ?? false;
  }

  return {
    async open(key: string, ticket: Ticket): Promise<TicketRef> {
      const ref = await patient(
        { place },
        async () => refOf(await records.create(newRecord(tracker, key, ticket))),
        () => search(key),
      );
      await patient({ ticket: ref.key }, () => rewrite(ref, key, ticket));
      return ref;
    },
    async find(key: string): Promise<TicketRef | null> {
      return patient({ place }, () => search(key));
    },
    async update(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
      await patient({ ticket: ref.key }, () => rewrite(ref, key, ticket));
    },
    async comment(ref: TicketRef, key: string, markdown: string): Promise<void> {
      const note = `${shortened(plainText(markdown), noteRoom)}\n\n${mark(key)}`;
      await patient(
        { ticket: ref.key },
        async () => {
          await records.write(ref, { work_notes: note });
          return true;
        },
        async () => (await searchNotes(ref, key)) || null,
      );
    },
    async findComment(ref: TicketRef, key: string): Promise<boolean> {
      return patient({ ticket: ref.key }, () => searchNotes(ref, key));
    },
    async link(ref: TicketRef, parent: TicketRef): Promise<void> {
      const name = table === 'incident' ? 'parent_incident' : 'parent';
      // A parent that a person has set stays.
      const put = async () => {
        if (!(await records.read(ref, [name]))[name]) await records.write(ref, { [name]: parent.id });
      };
      await patient({ ticket: ref.key }, put);
    },

    ...servicenowState(records, tracker, patient),

    check: (): Promise<readonly Finding[]> => patient({ place }, () => checkServicenow(records, tracker)),
  };
}

function mark(key: string): string {
  return `[${keyLabel(key)}]`;
}

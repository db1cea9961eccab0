import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import { plainText } from '../../templates/formats/plain-text.ts';
import { shortened } from '../../templates/formats/shortened.ts';
import { keyLabel } from './key-label.ts';
import { incidentPath } from './pagerduty-incident.ts';
import type { PatientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Notes = z.object({ notes: z.array(z.object({ content: z.nullish(z.string()) })) });
/** A choice of ours: PagerDuty names no length, only that an incident has at most 2,000 notes. */
const room = 4_000;

/**
 * Notes, each with its key at its end. A resolved incident takes them too.
 * @see https://developer.pagerduty.com/api-reference/a1ac30885eb7a-create-a-note-on-an-incident
 */
export function pagerdutyNotes(http: TrackerHttp, patient: PatientCalls) {
  async function search(ref: TicketRef, key: string): Promise<boolean> {
    const { notes } = Notes.parse(await http({ method: 'GET', path: `${incidentPath(ref)}/notes` }));
    return notes.some(({ content }) => content?.includes(mark(key)));
  }

  return {
    async comment(ref: TicketRef, key: string, markdown: string): Promise<void> {
      const content = `${shortened(plainText(markdown), room)}\n\n${mark(key)}`;
      await patient(
        { ticket: ref.key },
        async () => {
          await http({ method: 'POST', path: `${incidentPath(ref)}/notes`, json: { note: { content } } });
          return true;
        },
        async () => (await search(ref, key)) || null,
      );
    },
    async findComment(ref: TicketRef, key: string): Promise<boolean> {
      return patient({ ticket: ref.key }, () => search(ref, key));
    },
  };
}

function mark(key: string): string {
  return `[${keyLabel(key)}]`;
}

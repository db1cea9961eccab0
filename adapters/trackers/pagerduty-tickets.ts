import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { TicketSeen } from '../../domain/ticket-read.ts';
import type { PagerDutyTracker } from '../../domain/tracker.ts';
import { plainText } from '../../templates/formats/plain-text.ts';
import { shortened } from '../../templates/formats/shortened.ts';
import type { Ticket } from '../../templates/ticket.ts';
import type { Patience } from '../patience.ts';
import { HttpFailure } from './http-failure.ts';
import { keyLabel } from './key-label.ts';
import { checkPagerduty } from './pagerduty-check.ts';
import { ownFields } from './pagerduty-fields.ts';
import { Incident, incidentPath } from './pagerduty-incident.ts';
import { pagerdutyNotes } from './pagerduty-notes.ts';
import { isDuplicate, pagerdutyWords } from './pagerduty-words.ts';
import { TrackerError } from './tracker-error.ts';
import { patientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

const One = z.object({ incident: Incident });
const Many = z.object({ incidents: z.array(Incident) });
/** A pager shows little: the facts, and where the rest is. */
const detailsRoom = 4_000;

/**
 * Migrations as PagerDuty incidents. The key is the incident's own `incident_key`, by which PagerDuty keeps two open ones apart.
 * @see https://developer.pagerduty.com/api-reference/a7d81b0e9200f-create-an-incident
 */
export function pagerdutyTickets(http: TrackerHttp, tracker: PagerDutyTracker, token: string, patience: Patience) {
  const { service } = tracker;
  const patient = patientCalls(pagerdutyWords(token), patience);

  function refOf({ id, html_url: url, incident_number: number }: Incident): TicketRef {
    return { key: `#${number}`, url, id };
  }

  async function search(key: string): Promise<TicketRef | null> {
    const query = { incident_key: keyLabel(key), 'service_ids[]': service, date_range: 'all', limit: '100' };
    const { incidents } = Many.parse(await http({ method: 'GET', path: '/incidents', query }));
    const found = incidents.find(({ incident_key: own }) => own === keyLabel(key));
    return found ? refOf(found) : null;
  }

  async function create(key: string, ticket: Ticket): Promise<TicketRef> {
    const incident = {
      type: 'incident',
      service: { id: service, type: 'service_reference' },
      incident_key: keyLabel(key),
      body: { type: 'incident_body', details: shortened(plainText(ticket.summary), detailsRoom) },
      ...(await ownFields(http, tracker, ticket)),
    };
    try {
      return refOf(One.parse(await http({ method: 'POST', path: '/incidents', json: { incident } })).incident);
    } catch (fault) {
      const there = fault instanceof HttpFailure && isDuplicate(fault.answer) ? await search(key) : null;
      if (there) return there;
      throw fault;
    }
  }

  async function read(ref: TicketRef): Promise<Incident> {
    return One.parse(await http({ method: 'GET', path: incidentPath(ref) })).incident;
  }

  async function change(ref: TicketRef, fields: object): Promise<void> {
    await http({
      method: 'PUT',
      path: incidentPath(ref),
      json: { incident: { type: 'incident_reference', ...fields } },
    });
  }

  /** PagerDuty lets nobody change what an incident was opened with, nor a resolved one at all. */
  async function rewrite(ref: TicketRef, ticket: Ticket): Promise<void> {
    const { status, title, urgency, priority } = await read(ref);
    if (status === 'resolved') return;
    const wanted = await ownFields(http, tracker, ticket);
    const isSame =
      title === wanted.title && urgency === wanted.urgency && (!wanted.priority || priority?.id === wanted.priority.id);
    if (!isSame) await change(ref, wanted);
  }

  return {
    async open(key: string, ticket: Ticket): Promise<TicketRef> {
      return patient(
        { place: service },
        () => create(key, ticket),
        () => search(key),
      );
    },
    async find(key: string): Promise<TicketRef | null> {
      return patient({ place: service }, () => search(key));
    },
    async update(ref: TicketRef, _key: string, ticket: Ticket): Promise<void> {
      await patient({ ticket: ref.key }, () => rewrite(ref, ticket));
    },
    async close(ref: TicketRef): Promise<void> {
      const close = async () => {
        if ((await read(ref)).status !== 'resolved') await change(ref, { status: 'resolved' });
      };
      await patient({ ticket: ref.key }, close);
    },
    async reopen(ref: TicketRef): Promise<void> {
      const { status } = await patient({ ticket: ref.key }, () => read(ref));
      if (status !== 'resolved') return;
      throw new TrackerError('refused', {
        tracker: 'PagerDuty',
        where: ref.key,
        hint: 'PagerDuty opens no resolved incident again: trigger a new one by hand, if somebody should be paged',
      });
    },
    async readBack(ref: TicketRef): Promise<TicketSeen> {
      const { status, assignments } = await patient({ ticket: ref.key }, () => read(ref));
      return { assignee: assignments?.[0]?.assignee.summary ?? null, closed: status === 'resolved' };
    },
    /** Incidents have no parents. */
    link: (): Promise<void> => Promise.resolve(),

    ...pagerdutyNotes(http, patient),

    check: () => patient({ place: service }, () => checkPagerduty(http, tracker)),
  };
}

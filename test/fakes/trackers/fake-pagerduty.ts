import type { Asked } from './fake-server.ts';
import { fakeServer, Refusal, unknownNames } from './fake-server.ts';

export interface PagerDutyIncident {
  readonly id: string;
  readonly incident_number: number;
  readonly html_url: string;
  readonly incident_key: string;
  status: string;
  title: string;
  urgency: string;
  priority: { id: string; type: string } | null;
  assignments: { assignee: { id: string; summary: string } }[];
  readonly body: string;
  readonly notes: string[];
}

const from = 'oncall@example.com';
const priorities = [
  { id: 'P53ZZH5', name: 'P1' },
  { id: 'PUTY3A1', name: 'P2' },
];
const creatable = [
  'type',
  'title',
  'service',
  'priority',
  'urgency',
  'body',
  'incident_key',
  'assignments',
  'incident_type',
  'escalation_policy',
  'conference_bridge',
];
const changeable = [
  'type',
  'status',
  'priority',
  'resolution',
  'title',
  'escalation_level',
  'assignments',
  'escalation_policy',
  'urgency',
  'conference_bridge',
  'incident_type',
  'service',
];

/**
 * PagerDuty's REST API v2, with one service: what may be created and changed, and who must say so, as its description has it.
 * @see https://github.com/PagerDuty/api-schema/blob/main/reference/REST/openapiv3.json
 * @see https://developer.pagerduty.com/docs/errors
 */
export async function fakePagerduty(token: string) {
  const incidents = new Map<string, PagerDutyIncident>();
  const state = { status: 'active' };
  const failure = (status: number, message: string, code: number, errors: string[] = []): never => {
    throw new Refusal(status, { error: { message, code, ...(errors.length > 0 && { errors }) } });
  };
  const incident = (id: string): PagerDutyIncident => incidents.get(id) ?? failure(404, 'Not Found', 2100);
  const shown = (one: PagerDutyIncident) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'notes' && name !== 'body'));
  const given = ({ body }: Asked, known: readonly string[]): Record<string, unknown> => {
    const fields = body['incident'] as Record<string, unknown> | undefined;
    if (!fields) return failure(400, 'Invalid Input Provided', 2001, ['Incident cannot be empty.']);
    const odd = unknownNames(fields, known);
    if (odd.length > 0) failure(400, 'Invalid Input Provided', 2001, [`${odd.join()} is not a valid field.`]);
    const { priority, urgency, title } = fields;
    if (priority && !priorities.some(({ id }) => id === (priority as { id: string }).id))
      failure(400, 'Invalid Input Provided', 2001, ['Priority not found.']);
    if (urgency !== undefined && urgency !== 'high' && urgency !== 'low')
      failure(400, 'Invalid Input Provided', 2001, ['Urgency is invalid.']);
    if (title !== undefined && (typeof title !== 'string' || title === '' || title.length > 1_024))
      failure(400, 'Invalid Input Provided', 2001, ['Title is invalid.']);
    return fields;
  };
  /** @see https://developer.pagerduty.com/api-reference/a7d81b0e9200f-create-an-incident */
  const signed = ({ headers }: Asked): void => {
    if (headers['from'] !== from) failure(400, 'Requester User Not Found', 1008);
  };

  const server = await fakeServer(
    {
      'POST /incidents': (asked) => {
        signed(asked);
        const fields = given(asked, creatable);
        const {
          type,
          title,
          service,
          body,
          incident_key: key = '',
        } = fields as {
          type?: string;
          title?: string;
          service?: { id: string };
          body?: { details: string };
          incident_key?: string;
        };
        if (type !== 'incident' || !title || !service)
          return failure(400, 'Invalid Input Provided', 2001, ['Title cannot be empty.']);
        if (service.id !== 'PIJ90N7') failure(400, 'Invalid Input Provided', 2001, ['Service not found.']);
        if (key.length > 255) failure(400, 'Invalid Input Provided', 2001, ['Incident key is too long.']);
        if ([...incidents.values()].some((one) => one.incident_key === key && one.status !== 'resolved'))
          failure(400, 'Arguments Caused Error', 2002, [
            'Open incident with matching dedup key already exists on this service',
          ]);
        const id = `Q${String(incidents.size + 1).padStart(13, '0')}`;
        const made: PagerDutyIncident = {
          id,
          incident_number: incidents.size + 1,
          html_url: `https://example.pagerduty.com/incidents/${id}`,
          incident_key: key,
          status: 'triggered',
          title,
          urgency: (fields['urgency'] as string | undefined) ?? 'high',
          priority: (fields['priority'] as PagerDutyIncident['priority'] | undefined) ?? null,
          assignments: [],
          body: body?.details ?? '',
          notes: [],
        };
        incidents.set(id, made);
        return { status: 201, body: { incident: shown(made) } };
      },
      'GET /incidents': ({ query }) => {
        // Without a range only the last month is searched.
        if (query.get('date_range') !== 'all') return { status: 200, body: { incidents: [], more: false } };
        const found = [...incidents.values()].filter((one) => one.incident_key === query.get('incident_key'));
        return { status: 200, body: { incidents: found.map(shown), limit: 100, offset: 0, more: false } };
      },
      'GET /incidents/:id': (_, id = '') => ({ status: 200, body: { incident: shown(incident(id)) } }),
      'PUT /incidents/:id': (asked, id = '') => {
        signed(asked);
        const one = incident(id);
        const fields = given(asked, changeable);
        if (!['incident', 'incident_reference'].includes(fields['type'] as string))
          failure(400, 'Invalid Input Provided', 2001, ['Type is required.']);
        if (one.status === 'resolved') failure(400, 'Incident Already Resolved', 1001);
        if (fields['status'] !== undefined && !['resolved', 'acknowledged'].includes(fields['status'] as string))
          failure(400, 'Invalid Input Provided', 2001, ['Status is invalid.']);
        const kept = Object.entries(fields).filter(([name]) =>
          ['status', 'title', 'urgency', 'priority'].includes(name),
        );
        Object.assign(one, Object.fromEntries(kept));
        return { status: 200, body: { incident: shown(one) } };
      },
      'GET /incidents/:id/notes': (_, id = '') => ({
        status: 200,
        body: { notes: incident(id).notes.map((content) => ({ content })) },
      }),
      'POST /incidents/:id/notes': (asked, id = '') => {
        signed(asked);
        const { content } = (asked.body['note'] ?? {}) as { content?: string };
        if (!content) failure(400, 'Invalid Input Provided', 2001, ["Content can't be blank."]);
        const { notes } = incident(id);
        if (notes.length >= 2_000) failure(400, 'Invalid Input Provided', 2001, ['Too many notes.']);
        notes.push(content ?? '');
        return { status: 201, body: { note: { content } } };
      },
      'GET /priorities': () => ({ status: 200, body: { priorities } }),
      'GET /services/:id': (_, id) =>
        id === 'PIJ90N7'
          ? { status: 200, body: { service: { id, name: 'Payments', status: state.status } } }
          : failure(404, 'Not Found', 2100),
      'GET /users': ({ query }) => ({
        status: 200,
        body: { users: [{ email: from }].filter(({ email }) => email.includes(query.get('query') ?? '')) },
      }),
    },
    ({ headers }) => {
      // The real one says it in plain text, without JSON.
      if (headers['authorization'] !== `Token token=${token}`) throw new Refusal(401, 'HTTP Token: Access denied.\n');
    },
  );
  return { ...server, incidents, state };
}

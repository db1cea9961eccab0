import { randomBytes } from 'node:crypto';
import type { Asked } from './fake-server.ts';
import { fakeServer, Refusal } from './fake-server.ts';

type Values = Record<string, string>;

export interface ServiceNowRecord {
  readonly table: string;
  readonly values: Values;
  readonly notes: string[];
}

/** Lengths in the dictionary as shipped: what is longer is cut, and nobody is told. */
const lengths: Readonly<Record<string, number>> = {
  short_description: 160,
  description: 4_000,
  correlation_id: 100,
  correlation_display: 100,
  close_notes: 4_000,
  close_code: 40,
  impact: 40,
  urgency: 40,
  state: 40,
  due_date: 40,
  assigned_to: 32,
  parent: 32,
  parent_incident: 32,
  category: 40,
  u_cost_centre: 40,
};
const readOnly = ['sys_id', 'number', 'sys_created_on'];
const closedStates: Readonly<Record<string, readonly string[]>> = {
  incident: ['6', '7', '8'],
  change_request: ['3', '4'],
};

/**
 * The Table and Attachment APIs of an instance with incidents, and changes where its plugin is on. Like the real one it ignores fields
 * that it does not have, cuts what is too long, and shows journals only as what readers see.
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_AttachmentAPI.html
 * @see https://www.servicenow.com/docs/r/platform-administration/c_JournalFields.html
 */
export async function fakeServicenow(password: string, tables: readonly string[] = ['incident']) {
  const records = new Map<string, ServiceNowRecord>();
  const files: { id: string; table: string; record: string; name: string; size: number; text: string }[] = [];
  const state = { mandatory: new Map<string, string>(), dictionary: true, numbers: 10_000, ignoresCorrelation: false };
  const id = () => randomBytes(16).toString('hex');
  const failure = (status: number, message: string, detail: string | null = null): never => {
    throw new Refusal(status, { error: { message, detail }, status: 'failure' });
  };
  const inTable = (table: string): void => {
    if (!tables.includes(table)) failure(400, `Invalid table ${table}`);
  };
  const recordIn = (table: string, sysId: string): ServiceNowRecord => {
    inTable(table);
    const record = records.get(sysId);
    if (record?.table === table) return record;
    return failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval");
  };

  function write(record: ServiceNowRecord, given: Readonly<Record<string, unknown>>): void {
    const next: Values = { ...record.values };
    for (const [name, value] of Object.entries(given)) {
      if (typeof value !== 'string') failure(400, 'Exception while reading request', 'The payload is not valid JSON.');
      const length = lengths[name];
      if (length === undefined || readOnly.includes(name)) continue;
      if (name.startsWith('correlation') && state.ignoresCorrelation) continue;
      next[name] = String(value).slice(0, length);
    }
    checkPolicies(record, next);
    Object.assign(record.values, next);
    if (typeof given['work_notes'] === 'string') record.notes.push(given['work_notes']);
  }

  /** @see https://www.servicenow.com/docs/r/platform-administration/c_DataPolicy.html */
  function checkPolicies({ table, values: before }: ServiceNowRecord, next: Values): void {
    const unset = [...state.mandatory].filter(([name]) => !next[name]).map(([, label]) => label);
    if (table === 'incident' && next['state'] === '6')
      unset.push(
        ...['close_code', 'close_notes']
          .filter((name) => !next[name])
          .map((name) => (name === 'close_code' ? 'Resolution code' : 'Resolution notes')),
      );
    if (unset.length > 0)
      failure(
        403,
        'Operation Failed',
        `Data Policy Exception: The following fields are mandatory: ${unset.join(', ')}`,
      );
    if (table === 'incident' && (before['state'] === '7' || before['state'] === '8')) next['state'] = before['state'];
    // A normal change is closed from Review alone; a model that forbids a step leaves the state alone.
    if (table === 'change_request' && next['state'] === '3' && before['state'] !== '0')
      next['state'] = before['state'] ?? '-5';
  }

  function shown({ values, notes }: ServiceNowRecord, { query }: Asked): Values {
    const display = query.get('sysparm_display_value') === 'true';
    const all: Values = {
      ...Object.fromEntries(Object.keys(lengths).map((name) => [name, ''])),
      ...values,
      work_notes: display
        ? notes
            .toReversed()
            .map((note) => `2026-11-20 09:00:00 - Sundial (Work notes)\n${note}\n\n`)
            .join('')
        : '',
      ...(display && values['assigned_to'] && { assigned_to: 'Ana Pérez' }),
    };
    const fields = (query.get('sysparm_fields') ?? '').split(',').filter(Boolean);
    return fields.length === 0
      ? all
      : Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
  }

  /** Encoded queries: `a=b^ORcLIKEd^ORDERBYe`. A condition on what is no field is dropped, as the real one does. */
  function matching(table: string, query: string): readonly ServiceNowRecord[] {
    const conditions = query.split('^').filter((part) => !part.startsWith('ORDERBY') && part !== '');
    return [...records.values()].filter(
      (record) =>
        record.table === table &&
        (conditions.length === 0 ||
          conditions.some((part) => {
            const [, name = '', operator = '', value = ''] = /^(?:OR)?(\w+?)(=|LIKE)(.*)$/.exec(part) ?? [];
            const held = record.values[name] ?? '';
            return operator === '=' ? held === value : held.includes(value);
          })),
    );
  }

  const server = await fakeServer(
    {
      'GET /api/now/table/sys_dictionary': () => {
        if (!state.dictionary) failure(403, 'User Not Authorized', 'Failed API level ACL Validation');
        const rows = [['short_description', 'Short description'] as const, ...state.mandatory];
        return {
          status: 200,
          body: { result: rows.map(([element, label]) => ({ element, column_label: label, default_value: '' })) },
        };
      },
      'GET /api/now/table/:table': (asked, table = '') => {
        inTable(table);
        const limit = Number(asked.query.get('sysparm_limit') ?? 10_000);
        return {
          status: 200,
          body: {
            result: matching(table, asked.query.get('sysparm_query') ?? '')
              .slice(0, limit)
              .map((record) => shown(record, asked)),
          },
        };
      },
      'POST /api/now/table/:table': (asked, table = '') => {
        inTable(table);
        state.numbers += 1;
        const sysId = id();
        const prefix = table === 'incident' ? 'INC' : 'CHG';
        const record = {
          table,
          notes: [],
          values: { sys_id: sysId, number: `${prefix}00${state.numbers}`, state: table === 'incident' ? '1' : '-5' },
        };
        write(record, asked.body);
        records.set(sysId, record);
        return { status: 201, body: { result: shown(record, asked) } };
      },
      'GET /api/now/table/:table/:id': (asked, table = '', sysId = '') => ({
        status: 200,
        body: { result: shown(recordIn(table, sysId), asked) },
      }),
      'PATCH /api/now/table/:table/:id': (asked, table = '', sysId = '') => {
        const record = recordIn(table, sysId);
        write(record, asked.body);
        return { status: 200, body: { result: shown(record, asked) } };
      },
      'GET /api/now/attachment': ({ query }) => {
        const { table, record } =
          /^table_name=(?<table>\w+)\^table_sys_id=(?<record>\w+)$/.exec(query.get('sysparm_query') ?? '')?.groups ??
          {};
        const found = files.filter((file) => file.table === table && file.record === record);
        return {
          status: 200,
          body: {
            result: found.map((file) => ({ sys_id: file.id, file_name: file.name, size_bytes: `${file.size}` })),
          },
        };
      },
      'POST /api/now/attachment/file': ({ query, bytes, headers }) => {
        const [table, record, name] = ['table_name', 'table_sys_id', 'file_name'].map((part) => query.get(part) ?? '');
        if (!headers['content-type'] || !name) failure(400, 'Missing required parameter');
        recordIn(table ?? '', record ?? '');
        files.push({
          id: id(),
          table: table ?? '',
          record: record ?? '',
          name: name ?? '',
          size: bytes.length,
          text: bytes.toString(),
        });
        return { status: 201, body: { result: { sys_id: files.at(-1)?.id } } };
      },
      'DELETE /api/now/attachment/:id': (_, fileId) => {
        const at = files.findIndex((file) => file.id === fileId);
        if (at < 0) failure(404, 'No Record found');
        files.splice(at, 1);
        return { status: 204 };
      },
    },
    ({ headers }) => {
      const expected = `Basic ${Buffer.from(`sundial.api:${password}`).toString('base64')}`;
      if (headers['authorization'] !== expected)
        failure(401, 'User Not Authenticated', 'Required to provide Auth information');
    },
  );
  const isClosed = ({ table, values }: ServiceNowRecord) =>
    closedStates[table]?.includes(values['state'] ?? '') ?? false;
  return { ...server, credential: `sundial.api:${password}`, records, files, state, isClosed };
}

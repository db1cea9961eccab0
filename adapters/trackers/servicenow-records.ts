import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Text = z.record(z.string(), z.string());
const Result = z.object({ result: Text });
const Results = z.object({ result: z.array(Text) });

/** Values as they are stored; references as the id they lead to. */
const plainValues = { sysparm_exclude_reference_link: 'true' };

export interface Records {
  readonly read: (
    ref: TicketRef,
    fields: readonly string[],
    display?: boolean,
  ) => Promise<Readonly<Record<string, string>>>;
  readonly write: (ref: TicketRef, fields: object) => Promise<Readonly<Record<string, string>>>;
  readonly create: (fields: object) => Promise<Readonly<Record<string, string>>>;
  readonly list: (
    query: string,
    fields: readonly string[],
    table?: string,
  ) => Promise<readonly Readonly<Record<string, string>>[]>;
}

/**
 * Records of one table.
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html
 */
export function servicenowRecords(http: TrackerHttp, { table }: Pick<ServiceNowTracker, 'table'>): Records {
  const at = ({ id, key }: TicketRef) => `/api/now/table/${table}/${encodeURIComponent(id ?? key)}`;
  return {
    async read(ref, fields, display = false) {
      const query = {
        ...plainValues,
        sysparm_fields: fields.join(','),
        ...(display && { sysparm_display_value: 'true' }),
      };
      return Result.parse(await http({ method: 'GET', path: at(ref), query })).result;
    },
    async write(ref, fields) {
      return Result.parse(await http({ method: 'PATCH', path: at(ref), query: plainValues, json: fields })).result;
    },
    async create(fields) {
      const path = `/api/now/table/${table}`;
      return Result.parse(await http({ method: 'POST', path, query: plainValues, json: fields })).result;
    },
    async list(query, fields, of = table) {
      const asked = { ...plainValues, sysparm_query: query, sysparm_fields: fields.join(','), sysparm_limit: '100' };
      return Results.parse(await http({ method: 'GET', path: `/api/now/table/${of}`, query: asked })).result;
    },
  };
}

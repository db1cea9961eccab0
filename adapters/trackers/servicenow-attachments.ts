import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import type { Attachment } from '../../templates/ticket.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Attached = z.object({
  result: z.array(z.object({ sys_id: z.string(), file_name: z.string(), size_bytes: z.string() })),
});

/**
 * Files of a record: one that changed is put there anew before the old one goes.
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_AttachmentAPI.html
 */
export function servicenowAttachments(http: TrackerHttp, { table }: Pick<ServiceNowTracker, 'table'>) {
  return async (ref: TicketRef, files: readonly Attachment[], hasChanged: boolean): Promise<void> => {
    const id = ref.id ?? ref.key;
    const query = { sysparm_query: `table_name=${table}^table_sys_id=${id}`, sysparm_limit: '1000' };
    const { result } = Attached.parse(await http({ method: 'GET', path: '/api/now/attachment', query }));
    for (const { name, mediaType, content } of files) {
      const old = result.filter(({ file_name }) => file_name === name);
      const isThere = old.length === 1 && Number(old[0]?.size_bytes) === Buffer.byteLength(content) && !hasChanged;
      if (isThere) continue;
      await http({
        method: 'POST',
        path: '/api/now/attachment/file',
        query: { table_name: table, table_sys_id: id, file_name: name },
        body: content,
        headers: { 'content-type': mediaType },
      });
      for (const { sys_id } of old) await http({ method: 'DELETE', path: `/api/now/attachment/${sys_id}` });
    }
  };
}

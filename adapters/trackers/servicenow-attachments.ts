import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { ServiceNowTracker } from '../../domain/tracker.ts';
import type { Attachment } from '../../templates/ticket.ts';
import { keepFiles } from './attached-files.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Attached = z.object({ result: z.array(z.object({ sys_id: z.string(), file_name: z.string() })) });

/**
 * Files of a record.
 * @see https://www.servicenow.com/docs/r/api-reference/rest-apis/c_AttachmentAPI.html
 */
export function servicenowAttachments(http: TrackerHttp, { table }: Pick<ServiceNowTracker, 'table'>) {
  return async (ref: TicketRef, files: readonly Attachment[]): Promise<void> => {
    const id = ref.id ?? ref.key;
    const query = { sysparm_query: `table_name=${table}^table_sys_id=${id}`, sysparm_limit: '1000' };
    const { result } = Attached.parse(await http({ method: 'GET', path: '/api/now/attachment', query }));
    const put = ({ name, mediaType, content }: Attachment) =>
      http({
        method: 'POST',
        path: '/api/now/attachment/file',
        query: { table_name: table, table_sys_id: id, file_name: name },
        body: content,
        headers: { 'content-type': mediaType },
      });
    const remove = (file: string) => http({ method: 'DELETE', path: `/api/now/attachment/${file}` });
    const there = result.map(({ sys_id, file_name: name }) => ({ id: sys_id, name }));
    await keepFiles(there, files, { put, remove });
  };
}

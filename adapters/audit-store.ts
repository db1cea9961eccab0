import type { AuditEntry } from '../domain/audit.ts';
import { keyPart } from './item-key.ts';
import type { Table } from './table.ts';
import { absent } from './table.ts';

/** Who did what and when, in `AUDIT#subject`. Nothing here is ever written over or removed. */
export function auditStore(table: Table) {
  return {
    async putAudit(entry: AuditEntry): Promise<void> {
      await table.put({ pk: subjectKey(entry.about), sk: `${entry.at}#${keyPart(entry.key)}`, entry }, absent);
    },
    /** The oldest first. */
    async audit(about: string): Promise<readonly AuditEntry[]> {
      return (await table.query(subjectKey(about))).map(({ entry }) => entry as AuditEntry);
    },
  };
}

function subjectKey(about: string): string {
  return `AUDIT#${keyPart(about)}`;
}

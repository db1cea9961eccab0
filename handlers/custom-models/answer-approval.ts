import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelDeps } from './recustomise-ports.ts';

/** Lets the state machine go on where a person has decided, or may not any more; said twice, the second time nobody waits. */
export async function answerApproval(
  { status, approval }: CustomModelMigration,
  { tasks, now }: Pick<CustomModelDeps, 'tasks' | 'now'>,
): Promise<boolean> {
  if (status !== 'awaitingApproval' || !approval) return false;
  if (approval.decision) {
    await tasks.succeed(approval.token, { decision: approval.decision.approved ? 'approved' : 'refused' });
    return true;
  }
  if ((now().toUTC().toISO() ?? '') < approval.expiresAt) return false;
  await tasks.succeed(approval.token, { decision: 'expired' });
  return true;
}

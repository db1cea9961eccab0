import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelTelling } from '../../templates/custom-models/custom-model-telling.ts';
import { inMigrationThread } from '../in-migration-thread.ts';
import { performOnce } from '../perform-once.ts';
import { replyOnce } from '../reply-once.ts';
import type { CustomModelTellingDeps } from './recustomise-ports.ts';

/**
 * Says something in the threads of its migrations and by mail, once for a key. A mail cannot be looked for after a crash, so it may come
 * twice.
 */
export async function tellPeople(
  { migrationIds }: CustomModelMigration,
  key: string,
  { message, mail: { subject, text } }: CustomModelTelling,
  deps: CustomModelTellingDeps,
): Promise<void> {
  for (const id of migrationIds)
    await inMigrationThread(id, deps, (thread) => replyOnce(thread, `${key}|${id}`, message, deps));
  const { mail } = deps;
  if (!mail) return;
  await performOnce(`mail|${key}`, deps.ledger, async () => {
    await mail(subject, text);
    return null;
  });
}

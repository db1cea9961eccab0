import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { changeRecord } from '../change-record.ts';
import type { CustomModelMigrationStore } from './recustomise-ports.ts';

/** Changes one as it is now, again where somebody else wrote meanwhile; `null` leaves it. Answers with it as it then is. */
export async function changeCustomModelMigration(
  { one, put }: CustomModelMigrationStore,
  id: string,
  change: (migration: CustomModelMigration) => CustomModelMigration | null,
): Promise<CustomModelMigration> {
  return changeRecord(`custom model migration ${id}`, { read: () => one(id), put }, change);
}

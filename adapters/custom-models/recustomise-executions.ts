import type { SFNClient } from '@aws-sdk/client-sfn';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../domain/custom-models/custom-model-start.ts';
import { executions } from '../executions.ts';

/** Executions of the state machine `recustomise-model`: named for their attempt, so that an attempt has one. */
export function recustomiseExecutions(machineArn: string, client?: Pick<SFNClient, 'send'>) {
  const { start, stop } = executions(machineArn, client);
  return {
    start: ({ id, attempt }: CustomModelMigration): Promise<void> =>
      start(attemptName({ id, attempt }), { id, attempt }),
    /** One that never began, or is over, needs no stop. That it was stopped is an event, and what it created is cleaned up by that. */
    stop: async (migration: CustomModelMigration): Promise<void> => {
      await stop(attemptName(migration), migration.reason ?? 'Stopped by a person');
    },
  };
}

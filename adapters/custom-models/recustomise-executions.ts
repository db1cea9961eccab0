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
    /** That one was stopped is an event, and by that what it created is cleaned up; where there is none, that is begun here. */
    stop: async (migration: CustomModelMigration): Promise<void> => {
      const name = attemptName(migration);
      if (await stop(name, migration.reason ?? 'Stopped by a person')) return;
      await start(`${name}-cleanUp`, { execution: name, error: 'ABORTED' });
    },
  };
}

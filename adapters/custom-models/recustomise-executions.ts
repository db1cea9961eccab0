import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../domain/custom-models/custom-model-start.ts';

/** Executions of the state machine `recustomise-model`: named for their attempt, so that an attempt has one. */
export function recustomiseExecutions(machineArn: string, client: Pick<SFNClient, 'send'> = new SFNClient({})) {
  return {
    start: async (migration: CustomModelMigration): Promise<void> => {
      const { id, attempt } = migration;
      const [name, input] = [attemptName(migration), JSON.stringify({ id, attempt })];
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name, input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    /** One that never began, or is over, needs no stop. That it was stopped is an event, and what it created is cleaned up by that. */
    stop: async (migration: CustomModelMigration): Promise<void> => {
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${attemptName(migration)}`;
      const cause = migration.reason ?? 'Stopped by a person';
      try {
        await client.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}

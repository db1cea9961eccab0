import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';

/** Executions of one state machine, each with a name of its own. */
export function executions(machineArn: string, client: Pick<SFNClient, 'send'> = new SFNClient({})) {
  return {
    /** Once, however often it is started. */
    start: async (name: string, input: object): Promise<void> => {
      const asked = { stateMachineArn: machineArn, name, input: JSON.stringify(input) };
      try {
        await client.send(new StartExecutionCommand(asked));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    /** `false` where there is none of that name: it needs no stop. */
    stop: async (name: string, cause: string): Promise<boolean> => {
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      try {
        await client.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause }));
        return true;
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
        return false;
      }
    },
  };
}
